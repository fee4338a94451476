#include "engine/text/cue_atoms.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_language.h"
#include "tests/fakes/written_cues.h"

namespace waymark {
namespace {

using Names = std::vector<std::string>;

// Knows the classes of a few words, and the cues that some groups are named by.
Language language() {
  Language language = fakes::language_of("argue hours long therapist the");
  language.locale = "en-GB";
  language.classes["argu"] = {"{row}", "{talk}"};
  language.classes["quarrel"] = {"{row}"};
  language.classes["the"] = {std::string(kFunctionWords)};
  return language;
}

// The names of the groups of each atom, "-" for none.
Names groups_in(const Language& language, std::string_view message) {
  Names out;
  for (const CueAtom& atom : fakes::atoms_of(language, message)) {
    std::string all;
    for (const char* name : {"argu~", "quarrel~", "hour~", "the~", "{row}", "{talk}"}) {
      const GroupId group = language.groups.find(name);
      if (std::ranges::find(atom.groups, group) != atom.groups.end()) {
        all += (all.empty() ? "" : " ") + std::string(name);
      }
    }
    out.push_back(all.empty() ? "-" : all);
  }
  return out;
}

}  // namespace

TEST_CASE("cue atoms: the groups of a word are its stem and its classes, in any form") {
  const Language all = language();
  const Stemmer stemmer("en-GB");
  CHECK(group_names(all, stemmer, "arguing") == Names{"argu~", "{row}", "{talk}"});
  CHECK(group_names(all, stemmer, "quarrelled") == Names{"quarrel~", "{row}"});
  CHECK(group_names(all, stemmer, "hours") == Names{"hour~"});
}

TEST_CASE("cue atoms: pieces are four letters, and three at the begin and the end of a word") {
  CHECK(piece_names("sadly") == Names{"sad*", "*sadl*", "*adly*", "*dly"});
  CHECK(piece_names("lost") == Names{"los*", "*lost*", "*ost"});
  CHECK(piece_names("d\xC5\xB5r\xC5\xB7") ==
        Names{"d\xC5\xB5r*", "*d\xC5\xB5r\xC5\xB7*", "*\xC5\xB5r\xC5\xB7"});
  CHECK(piece_names("sad").empty());
  CHECK(piece_names("").empty());
}

TEST_CASE("cue atoms: a piece that a cue names is a group of the words that hold it") {
  Language all = language();
  const Stemmer stemmer("en-GB");
  const GroupId piece = all.groups.add("*rgue*");
  CHECK(groups_in_use(all, stemmer, "argues").groups == std::vector<GroupId>{piece});
  CHECK(groups_in_use(all, stemmer, "rogue").groups.empty());
}

TEST_CASE("cue atoms: groups that no cue names are left out") {
  Language all = language();
  const Stemmer stemmer("en-GB");
  CHECK(groups_in_use(all, stemmer, "argued").groups.empty());
  const GroupId row = all.groups.add("{row}");
  CHECK(groups_in_use(all, stemmer, "argued").groups == std::vector<GroupId>{row});
  CHECK(groups_in_use(all, stemmer, "argued").stem == kUnknownWord);
  const GroupId argue = all.groups.add("argu~");
  CHECK(groups_in_use(all, stemmer, "argued").groups == std::vector<GroupId>{argue, row});
  CHECK(groups_in_use(all, stemmer, "argued").stem == argue);
}

TEST_CASE("cue atoms: words of grammar have a group and no stem") {
  Language all = language();
  const GroupId the = all.groups.add("the~");
  const auto entry = groups_in_use(all, Stemmer("en-GB"), "the");
  CHECK(entry.groups == std::vector<GroupId>{the});
  CHECK(entry.stem == kUnknownWord);
}

TEST_CASE("cue atoms: one for each token, with the word and where sentences end") {
  const Language all = language();
  const auto atoms = fakes::atoms_of(all, "Long hours? XYZZY! argue?");
  REQUIRE(atoms.size() == 7);
  CHECK(atoms[0].word == all.vocabulary.find("long"));
  CHECK(atoms[1].word == all.vocabulary.find("hours"));
  CHECK(atoms[2].word == kAtomQuestion);
  CHECK(atoms[3].word == kUnknownWord);
  CHECK(atoms[4].word == kAtomStop);
  CHECK(atoms[5].word == all.vocabulary.find("argue"));
  CHECK(atoms[6].word == kAtomQuestion);
  CHECK(fakes::atoms_of(all, "").empty());
}

TEST_CASE("cue atoms: words that the vocabulary lacks are in their groups too") {
  Language all = language();
  for (const char* name : {"argu~", "{row}", "hour~"}) all.groups.add(name);
  fakes::group_words_of(all);
  REQUIRE(all.vocabulary.find("quarrelling") == kUnknownWord);
  CHECK(groups_in(all, "argue, quarrelling hours. xyzzy") ==
        Names{"argu~ {row}", "{row}", "hour~", "-", "-"});
}

TEST_CASE("cue atoms: without groups nothing is in one") {
  for (const CueAtom& atom : fakes::atoms_of(language(), "argue xyzzy? hours")) {
    CHECK(atom.groups.empty());
    CHECK(atom.stem == kUnknownWord);
  }
}

}  // namespace waymark
