// The main function of waymark_tests comes from doctest; the tests are in engine/ and adapters/.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
