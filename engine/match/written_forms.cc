#include "engine/match/written_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace waymark {
namespace {

// The tokens that lie within a run of bytes.
std::optional<TokenSpan> tokens_within(const Utterance& utterance, ByteSpan span) {
  TokenSpan found{0, 0};
  for (std::uint32_t i = 0; i < utterance.tokens.size(); ++i) {
    const Token& token = utterance.tokens[i];
    if (token.source.begin < span.begin || token.source.end > span.end ||
        token.kind == TokenKind::Boundary) {
      continue;
    }
    if (found.last == 0) found.first = i;
    found.last = i + 1;
  }
  if (found.last == 0) return std::nullopt;
  return found;
}

std::string in_capitals(std::string_view written) {
  std::string out(written);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

// Only the outward part of a postcode is ever kept ("LS6 3AB" → "LS6").
std::string outward_code(std::string_view written) {
  const std::string code = in_capitals(written.substr(0, written.find(' ')));
  const bool whole = written.find(' ') == std::string_view::npos && code.size() > 4;
  return whole ? code.substr(0, code.size() - 3) : code;
}

std::string digits_of(std::string_view written) {
  std::string digits;
  for (const char c : written) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

// "£1,200.50" → "120050", "£2k" → "200000".
std::string pence_of_pounds(std::string_view written) {
  const std::size_t point = written.find('.');
  std::string pence = digits_of(written.substr(0, point));
  std::string rest = point == std::string_view::npos ? "" : digits_of(written.substr(point));
  const bool thousands = written.back() == 'k' || written.back() == 'K';
  rest.resize(thousands ? 5 : 2, '0');
  return pence + rest;
}

// "3pm" → "15:00", "9.30 am" → "09:30", "17:45" as it is.
std::string time_of_day(std::string_view written) {
  const std::size_t mark = written.find_first_of(":.");
  const bool has_minutes = mark != std::string_view::npos && mark <= 2;
  const std::string hour_digits = digits_of(has_minutes ? written.substr(0, mark) : written);
  std::string minutes = has_minutes ? digits_of(written.substr(mark)) : "00";
  int hour = 0;
  for (const char c : hour_digits) hour = hour * 10 + (c - '0');
  const std::string capitals = in_capitals(written);
  if (capitals.find('P') != std::string::npos && hour < 12) hour += 12;
  if (capitals.find('A') != std::string::npos && hour == 12) hour = 0;
  return (hour < 10 ? "0" : "") + std::to_string(hour) + ':' + minutes;
}

using Value = std::string (*)(std::string_view written);

std::string nothing(std::string_view) { return {}; }

// The forms by their number in the set.
enum Form : std::uint8_t { kEmail, kPhone, kPostcode, kOutward, kPounds, kPence, kClock, kAge };

struct FormSearch {
  const TextPatternSet& forms;
  Form form;
  TextScan scan;
};

void add_found(const FormSearch& search, EntityType type, Value value, const Utterance& utterance,
               std::string_view bytes, std::vector<Entity>& out) {
  for (const ByteSpan span : search.forms.find_all(search.form, bytes, search.scan)) {
    const auto tokens = tokens_within(utterance, span);
    if (!tokens) continue;
    const bool is_taken = std::ranges::any_of(out, [&](const Entity& other) {
      return other.span.begin < span.end && span.begin < other.span.end;
    });
    if (is_taken) continue;
    out.push_back({type, value(bytes.substr(span.begin, span.end - span.begin)), *tokens, span});
  }
}

// "m14" alone could be a motorway: an outward code counts where the words beside it say that it is
// a place, or where it is all that was typed. It may have been read as a word in disguise ("mia"),
// so what was typed counts; and what is textspeak ("b4", "m8") or a vitamin never does.
bool is_said_as_place(const Entity& code, const Utterance& utterance) {
  static constexpr std::array<std::string_view, 10> kBefore = {
      "in", "near", "from", "around", "postcode", "live", "is", "for", "code", "by"};
  static constexpr std::array<std::string_view, 3> kAfter = {"please", "area", "postcode"};
  static constexpr std::array<std::string_view, 7> kOtherWords = {"B4", "B6", "B12", "L8",
                                                                  "M8", "N1", "W8"};
  const auto& tokens = utterance.tokens;
  const std::uint32_t first = code.tokens.first;
  const std::uint32_t last = code.tokens.last;
  if (last != first + 1) return false;
  if (std::ranges::find(kOtherWords, code.value) != kOtherWords.end()) return false;
  const bool ends = last == tokens.size() || tokens[last].kind == TokenKind::Boundary;
  if (first == 0 && ends && last + 1 >= tokens.size()) return true;
  if (first > 0 && std::ranges::find(kBefore, tokens[first - 1].text) != kBefore.end()) return true;
  return !ends && std::ranges::find(kAfter, tokens[last].text) != kAfter.end();
}

}  // namespace

// Phone numbers: Ofcom's National Telephone Numbering Plan; 18000 to 18002 are the prefixes of
// Relay UK for textphones. Postcode areas: Royal Mail's Postcode Address File.
WrittenForms::WrittenForms(std::int64_t scan_budget)
    : forms_(
          {R"(([a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}))",
           R"((?:^|[^0-9.,\xA3])((?:1800[0-2](?:[ .-]?\(?[0-9]\)?){0,14})|)"
           R"((?:1800[0-2][ -]?)?(?:(?:\+44|0044)(?:[ .-]?\(?[0-9]\)?){9,11}|)"
           R"(\+[1-9](?:[ .-]?\(?[0-9]\)?){8,13}|0(?:[ .-]?\(?[0-9]\)?){9,10}))(?:[^0-9]|$))",

           R"((?:^|[^a-z0-9])([a-z]{1,2}[0-9][a-z0-9]? ?[0-9][abd-hjlnp-uw-z]{2})(?:[^a-z0-9]|$))",

           R"((?:^|[^a-z0-9])((?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|)"
           R"(G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|)"
           R"(R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)[0-9][0-9a-hjkmnpr-y]?)(?:[^a-z0-9]|$))",

           R"((?:^|[^0-9])((?:\xC2)?\xA3 ?[0-9]{1,3}(?:(?:,[0-9]{3})+|[0-9]{0,5})(?:\.[0-9]{1,2})?k?)(?:[^0-9a-z]|$))",
           R"((?:^|[^0-9a-z.,])([1-9][0-9]{0,2} ?p)(?:[^0-9a-z]|$))",

           R"((?:^|[^0-9a-z:.,])((?:0?[1-9]|1[0-2])(?:[:.][0-5][0-9])? ?[ap]\.?m|(?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?:[^0-9a-z:]|$))",

           R"((?:^|[^0-9a-z.,])([1-9][0-9]{0,2}(?: ?y\.?/?o| ?(?:yrs?|years?)[ -]?old))(?:[^0-9a-z]|$))"},
          scan_budget) {}

TextScan WrittenForms::scan(std::string_view bytes) const {
  // Every form has a digit or an at sign.
  if (bytes.find_first_of("0123456789@") == std::string_view::npos) return {};
  return forms_.scan(bytes);
}

std::vector<Entity> WrittenForms::find_contacts(const Utterance& utterance, std::string_view bytes,
                                                TextScan scan) const {
  std::vector<Entity> out;
  if (scan.present == 0) return out;
  add_found({forms_, kEmail, scan}, EntityType::Email, nothing, utterance, bytes, out);
  add_found({forms_, kPhone, scan}, EntityType::Phone, nothing, utterance, bytes, out);
  add_found({forms_, kPostcode, scan}, EntityType::Postcode, outward_code, utterance, bytes, out);
  std::vector<Entity> codes;
  add_found({forms_, kOutward, scan}, EntityType::Postcode, in_capitals, utterance, bytes, codes);
  for (Entity& code : codes) {
    const bool is_taken = std::ranges::any_of(out, [&](const Entity& other) {
      return other.span.begin < code.span.end && code.span.begin < other.span.end;
    });
    if (!is_taken && is_said_as_place(code, utterance)) out.push_back(std::move(code));
  }
  return out;
}

std::vector<Entity> WrittenForms::find_amounts(const Utterance& utterance, std::string_view bytes,
                                               TextScan scan) const {
  std::vector<Entity> out;
  if (scan.present == 0) return out;
  add_found({forms_, kPounds, scan}, EntityType::Money, pence_of_pounds, utterance, bytes, out);
  add_found({forms_, kPence, scan}, EntityType::Money, digits_of, utterance, bytes, out);
  add_found({forms_, kClock, scan}, EntityType::When, time_of_day, utterance, bytes, out);
  add_found({forms_, kAge, scan}, EntityType::Age, digits_of, utterance, bytes, out);
  return out;
}

}  // namespace waymark
