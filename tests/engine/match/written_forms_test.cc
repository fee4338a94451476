#include "engine/match/written_forms.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/phrase_set.h"
#include "tests/fakes/shipped_entities.h"

namespace waymark {
namespace {

struct Row {
  std::string message;
  std::string found;
};

std::string contacts(const std::string& message) {
  static const fakes::PhraseSet phrases;
  static const WrittenForms forms;
  return fakes::entities_as_text(
      forms.find_contacts(phrases.read(message), message, forms.scan(message)), message);
}

std::string amounts(const std::string& message) {
  static const fakes::PhraseSet phrases;
  static const WrittenForms forms;
  return fakes::entities_as_text(
      forms.find_amounts(phrases.read(message), message, forms.scan(message)), message);
}

}  // namespace

// Numbers that Ofcom keeps free for drama; 18001 is Relay UK's prefix.
TEST_CASE("written forms: phone numbers in the ways in which people type them") {
  const Row rows[] = {
      {"07700900123", "phone=<07700900123>"},
      {"07700 900 123", "phone=<07700 900 123>"},
      {"07700.900.123", "phone=<07700.900.123>"},
      {"+44 7700 900123", "phone=<+44 7700 900123>"},
      {"+44 (0)7700 900123", "phone=<+44 (0)7700 900123>"},
      {"0044 7700 900123", "phone=<0044 7700 900123>"},
      {"+353 1 496 0123", "phone=<+353 1 496 0123>"},
      {"18001 07700 900123", "phone=<18001 07700 900123>"},
      {"18001-07700-900123", "phone=<18001-07700-900123>"},
      {"1800107700900123", "phone=<1800107700900123>"},
      {"18001 116 123", "phone=<18001 116 123>"},
      {"text 18000 or 18002", "phone=<18000> phone=<18002>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(contacts(row.message) == row.found);
  }
}

TEST_CASE("written forms: what is no phone number") {
  for (const std::string message : {"", "16", "2026", "phq9 was 18", "£18001", "18,001 people",
                                    "118001", "0123", "3.5", "1,000,000"}) {
    CAPTURE(message);
    CHECK(contacts(message) == "");
  }
}

// Areas: Royal Mail, Postcode Address File.
TEST_CASE("written forms: outward codes beside words that say so") {
  const Row rows[] = {
      {"M14", "postcode=M14<M14>"},
      {"im in m14", "postcode=M14<m14>"},
      {"near LS6.", "postcode=LS6<LS6>"},
      {"my postcode is sw1a", "postcode=SW1A<sw1a>"},
      {"ec1v please", "postcode=EC1V<ec1v>"},
      {"BT9, please", "postcode=BT9<BT9>"},
      {"in M14 5SX", "postcode=M14<M14 5SX>"},
      {"from g12 in glasgow", "postcode=G12<g12>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(contacts(row.message) == row.found);
  }
}

TEST_CASE("written forms: what is no outward code") {
  for (const std::string message :
       {"on the m25", "i take b12", "low in b12", "in xx9", "thanks m8 bye", "co2 levels",
        "see u b4 tea", "ps5", "in year11", "stuck on m6 traffic"}) {
    CAPTURE(message);
    CHECK(contacts(message) == "");
  }
}

TEST_CASE("written forms: money in pence, times and ages") {
  const Row rows[] = {
      {"£40", "money=4000<£40>"},       {"it was £1,200.50 a year", "money=120050<£1,200.50>"},
      {"£ 12.5", "money=1250<£ 12.5>"}, {"£2k", "money=200000<£2k>"},
      {"£2.5k", "money=250000<£2.5k>"}, {"50p", "money=50<50p>"},
      {"3pm", "when=15:00<3pm>"},       {"9.30 am or 12pm", "when=09:30<9.30 am> when=12:00<12pm>"},
      {"12am", "when=00:00<12am>"},     {"at 17:45", "when=17:45<17:45>"},
      {"7:05", "when=07:05<7:05>"},     {"17yo", "age=17<17yo>"},
      {"17 y/o", "age=17<17 y/o>"},     {"35yrs old", "age=35<35yrs old>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(amounts(row.message) == row.found);
  }
}

TEST_CASE("written forms: what is no amount") {
  for (const std::string message : {"", "40", "$40", "£", "13pm", "25:00", "10:75", "17", "17years",
                                    "a 4pack", "page 3", "1:2:3"}) {
    CAPTURE(message);
    CHECK(amounts(message) == "");
  }
}

}  // namespace waymark
