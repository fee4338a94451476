#include "engine/match/entity_extractor.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

struct Setting {
  fakes::PhraseSet phrases;
  EntityExtractor extractor;

  Setting() {
    phrases.add("(scotland|scottish)");
    phrases.add("northern ireland");
    phrases.add("wales");
    phrases.finish();
    extractor.set_names(phrases.take(), {{EntityType::Nation, "scotland"},
                                         {EntityType::Nation, "northern_ireland"},
                                         {EntityType::Nation, "wales"}});
  }
};

// Entities as "type=value<bytes>", parted by blanks.
std::string extracted(const std::string& message) {
  const Setting setting;
  std::string out;
  for (const Entity& entity : setting.extractor.extract(setting.phrases.read(message), message)) {
    if (!out.empty()) out += ' ';
    out += std::string(name_of(entity.type)) + '=' + entity.value + '<' +
           message.substr(entity.span.begin, entity.span.end - entity.span.begin) + '>';
  }
  return out;
}

struct Row {
  std::string message;
  std::string found;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(extracted(row.message) == row.found);
  }
}

}  // namespace

TEST_CASE("entity extractor: numbers") {
  check({
      {"", ""},
      {"none here", ""},
      {"16", "number=16<16>"},
      {"16 or 1,000 or 2.5", "number=16<16> number=1000<1,000> number=2.5<2.5>"},
      {"1st 10pm b4", ""},
      {"i am 16.", "number=16<16>"},
  });
}

TEST_CASE("entity extractor: named values") {
  check({
      {"In Scotland", "nation=scotland<Scotland>"},
      {"a SCOTTISH town", "nation=scotland<SCOTTISH>"},
      {"northern  ireland, wales",
       "nation=northern_ireland<northern  ireland> nation=wales<wales>"},
      {"northern. ireland", ""},
      {"16 in Wales", "number=16<16> nation=wales<Wales>"},
  });
}

// Postcode forms: "Postcode address file", Royal Mail programmers' guide.
TEST_CASE("entity extractor: of a postcode only the outward code is kept") {
  check({
      {"LS6 3AB", "postcode=LS6<LS6 3AB>"},
      {"ls6 3ab", "postcode=LS6<ls6 3ab>"},
      {"ls63ab", "postcode=LS6<ls63ab>"},
      {"i live at M1 1AE.", "postcode=M1<M1 1AE>"},
      {"SW1A 1AA", "postcode=SW1A<SW1A 1AA>"},
      {"sw1a1aa", "postcode=SW1A<sw1a1aa>"},
      {"EC1A 1BB or W1A0AX", "postcode=EC1A<EC1A 1BB> postcode=W1A<W1A0AX>"},
      {"M1 1AE M2 2AE", "postcode=M1<M1 1AE> postcode=M2<M2 2AE>"},
      {"M60 1NW", "postcode=M60<M60 1NW>"},
      {"CR2 6XH", "postcode=CR2<CR2 6XH>"},
      {"DN55 1PT", "postcode=DN55<DN55 1PT>"},
      {"dn551pt", "postcode=DN55<dn551pt>"},
      {"LS6", ""},
      {"XLS6 3ABX", ""},
      {"LS6 3CI", ""},
  });
}

// Numbers that Ofcom keeps free for drama.
TEST_CASE("entity extractor: phone numbers and addresses are found and never kept") {
  check({
      {"07700 900123", "phone=<07700 900123>"},
      {"call +447700900123 now", "phone=<+447700900123>"},
      {"(020) 7946 0018", "phone=<020) 7946 0018>"},
      {"020-7946-0018", "phone=<020-7946-0018>"},
      {"0123", "number=0123<0123>"},
      {"077009001234567", "number=077009001234567<077009001234567>"},
      {"me@example.org", "email=<me@example.org>"},
      {"Write to A.B+c@mail.example.co.uk!", "email=<A.B+c@mail.example.co.uk>"},
      {"@me or me@home", ""},
      {"16@example.org 16", "email=<16@example.org> number=16<16>"},
      {"07700 900123 me@example.org LS6 3AB",
       "phone=<07700 900123> email=<me@example.org> postcode=LS6<LS6 3AB>"},
  });
}

TEST_CASE("entity extractor: entities know their tokens, by place and without overlaps") {
  const Setting setting;
  const std::string message = "wales 07700 900123 or LS6 3AB 16";
  const Utterance utterance = setting.phrases.read(message);
  const std::vector<Entity> entities = setting.extractor.extract(utterance, message);
  REQUIRE(entities.size() == 4);
  const TokenSpan spans[] = {{0, 1}, {1, 3}, {4, 6}, {6, 7}};
  for (std::size_t i = 0; i < 4; ++i) CHECK(entities[i].tokens == spans[i]);
  const std::vector<EntitySpan> for_patterns = entity_spans(entities);
  REQUIRE(for_patterns.size() == 4);
  CHECK(for_patterns[1].type == EntityType::Phone);
  CHECK(for_patterns[1].span == TokenSpan{1, 3});
}

TEST_CASE("entity extractor: broken bytes harm nothing") {
  check({
      {"\xFF"
       "07700 900123\xFF",
       "phone=<07700 900123>"},
      {std::string("16\0 17", 6), "number=16<16> number=17<17>"},
      {"\xE2\x80 LS6 3AB", "postcode=LS6<LS6 3AB>"},
  });
}

}  // namespace waymark
