#include "engine/match/entity_extractor.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/phrase_set.h"
#include "tests/fakes/shipped_entities.h"

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

std::string extracted(const std::string& message) {
  const Setting setting;
  return fakes::entities_as_text(
      setting.extractor.extract(setting.phrases.read(message), message).list, message);
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

// With the lexicon that we ship; what is found of one type.
template <std::size_t N>
void check_shipped(EntityType type, const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(fakes::shipped_entities(row.message, {type}) == row.found);
  }
}

}  // namespace

TEST_CASE("entity extractor: numbers") {
  check({
      {"", ""},
      {"none here", ""},
      {"16", "number=16<16>"},
      {"16 or 1,000 or 2.5", "number=16<16> number=1000<1,000> number=2.5<2.5>"},
      {"1st 10pm b4", "when=22:00<10pm>"},
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
      {"LS6", "postcode=LS6<LS6>"},
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
  const std::vector<Entity> entities = setting.extractor.extract(utterance, message).list;
  REQUIRE(entities.size() == 4);
  const TokenSpan spans[] = {{0, 1}, {1, 3}, {4, 6}, {6, 7}};
  for (std::size_t i = 0; i < 4; ++i) CHECK(entities[i].tokens == spans[i]);
  const std::vector<EntitySpan> for_patterns = entity_spans(entities);
  REQUIRE(for_patterns.size() == 4);
  CHECK(for_patterns[1].type == EntityType::Phone);
  CHECK(for_patterns[1].span == TokenSpan{1, 3});
}

TEST_CASE("entity extractor: out of memory for the scan it finds the same, and says so") {
  const fakes::PhraseSet phrases;
  const EntityExtractor normal;
  const EntityExtractor poor(1);
  for (const std::string message : {"07700 900123 or LS6 3AB", "me@example.org", "40p at 3pm"}) {
    CAPTURE(message);
    const FoundEntities expected = normal.extract(phrases.read(message), message);
    const FoundEntities found = poor.extract(phrases.read(message), message);
    CHECK_FALSE(expected.slow_path);
    CHECK(found.slow_path);
    CHECK(fakes::entities_as_text(found.list, message) ==
          fakes::entities_as_text(expected.list, message));
  }
}

TEST_CASE("entity extractor: places, with their nation") {
  check_shipped(
      EntityType::Place,
      {
          {"i live in Leeds", "place=england.leeds<Leeds>"},
          {"GLASGOW or dundee", "place=scotland.glasgow<GLASGOW> place=scotland.dundee<dundee>"},
          {"milton keynes", "place=england.milton_keynes<milton keynes>"},
          {"south wales", "place=wales.south_wales<south wales>"},
          {"Newcastle upon Tyne", "place=england.newcastle<Newcastle upon Tyne>"},
          {"near derry", "place=northern_ireland.derry<derry>"},
          {"i live in reading", "place=england.reading<live in reading>"},
          {"a therapist in Bath", "place=england.bath<therapist in Bath>"},
          {"i was reading in the bath", ""},
          {"i like reading", ""},
          {"new york", ""},
          {"in scotland", ""},
          {"leedss", ""},
          {"what a deal", ""},
      });
}

TEST_CASE("entity extractor: ages, never from a bare number") {
  check_shipped(EntityType::Age, {
                                     {"im 17", "age=17<im 17>"},
                                     {"I'm only 17 and scared", "age=17<I'm only 17>"},
                                     {"17 yo", "age=17<17 yo>"},
                                     {"aged 34", "age=34<aged 34>"},
                                     {"turning 40 in may", "age=40<turning 40>"},
                                     {"i am twenty one", "age=21<i am twenty one>"},
                                     {"im 35 years old", "age=35<im 35 years old>"},
                                     {"my son is 9 years old", "age=9<9 years old>"},
                                     {"im 17 in leeds", "age=17<im 17>"},
                                     {"a 15 year old", "age=15<15 year old>"},
                                     {"17", ""},
                                     {"room 17", ""},
                                     {"i have 17 sessions", ""},
                                     {"im 17 weeks pregnant", ""},
                                     {"i am 5 minutes late", ""},
                                     {"im 100 percent sure", ""},
                                     {"i am one of them", ""},
                                     {"i am 2 years in", ""},
                                     {"aged 400", ""},
                                     {"turned 180 degrees", ""},
                                     {"12 years of this", ""},
                                 });
}

TEST_CASE("entity extractor: days and parts of days") {
  check_shipped(EntityType::When, {
                                      {"today", "when=today<today>"},
                                      {"can i come tonight?", "when=tonight<tonight>"},
                                      {"next tuesday", "when=tuesday<next tuesday>"},
                                      {"on mon", "when=monday<on mon>"},
                                      {"in the morning", "when=morning<in the morning>"},
                                      {"tuesday in the evening",
                                       "when=tuesday<tuesday> when=evening<in the evening>"},
                                      {"3pm on Friday", "when=15:00<3pm> when=friday<on Friday>"},
                                      {"since march", "when=march<since march>"},
                                      {"turning 40 in may", "when=may<in may>"},
                                      {"last week", "when=last_week<last week>"},
                                      {"good morning", ""},
                                      {"i may go", ""},
                                      {"march on", ""},
                                      {"i sat in the sun", ""},
                                      {"black friday", ""},
                                      {"by may be", ""},
                                  });
}

TEST_CASE("entity extractor: money in pence") {
  check_shipped(EntityType::Money, {
                                       {"£40", "money=4000<£40>"},
                                       {"40 quid", "money=4000<40 quid>"},
                                       {"a tenner", "money=1000<a tenner>"},
                                       {"just a fiver", "money=500<a fiver>"},
                                       {"fifty pounds", "money=5000<fifty pounds>"},
                                       {"12.50 pounds", "money=1250<12.50 pounds>"},
                                       {"12.5 quid", "money=1250<12.5 quid>"},
                                       {"two hundred quid", "money=20000<two hundred quid>"},
                                       {"2 grand", "money=200000<2 grand>"},
                                       {"80 pence", "money=80<80 pence>"},
                                       {"40", ""},
                                       {"quid", ""},
                                       {"lost 10 pounds", ""},
                                       {"20 pounds overweight", ""},
                                       {"a grand piano", ""},
                                       {"1.234 quid", ""},
                                       {"grand", ""},
                                   });
}

TEST_CASE("entity extractor: who somebody is to the visitor") {
  check_shipped(
      EntityType::Relation,
      {
          {"my mum died", "relation=parent<mum>"},
          {"my other half", "relation=partner<other half>"},
          {"MY EX and her mother-in-law",
           "relation=ex_partner<MY EX> relation=in_law<mother-in-law>"},
          {"my kids", "relation=child<my kids>"},
          {"our daughters", "relation=child<daughters>"},
          {"my sister and my nan", "relation=sibling<sister> relation=grandparent<my nan>"},
          {"row with my line manager", "relation=boss<my line manager>"},
          {"my boss", "relation=boss<boss>"},
          {"colleagues", "relation=colleague<colleagues>"},
          {"my best mate", "relation=friend<my best mate>"},
          {"boyfriend", "relation=partner<boyfriend>"},
          {"alright mate", ""},
          {"when i was a child", ""},
          {"mother nature", ""},
          {"my parenting", ""},
          {"mothering sunday", ""},
          {"friendly", ""},
          {"managers", ""},
      });
}

TEST_CASE("entity extractor: things lie inside others, but not in contacts") {
  CHECK(fakes::shipped_entities("im 17 and 40 quid",
                                {EntityType::Age, EntityType::Money, EntityType::Number}) ==
        "age=17<im 17> number=17<17> number=40<40> money=4000<40 quid>");
  CHECK(fakes::shipped_entities("07700 900123 quid, 18001 07700 900123",
                                {EntityType::Number, EntityType::Money, EntityType::Phone}) ==
        "phone=<07700 900123> phone=<18001 07700 900123>");
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
