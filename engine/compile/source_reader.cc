#include "engine/compile/source_reader.h"

#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>
#include <utility>

#include "engine/api/limits.h"

namespace waymark {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// An input iterator that tells how far the parser has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    if (furthest_ != nullptr && at_ > *furthest_) *furthest_ = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

// Builds the tree. The parser reports an event once it has read the token, so the token begins at
// the first byte after the last one that is neither blank nor a comma or colon.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(std::string_view text, const char** furthest)
      : text_(text), furthest_(furthest), read_(text.starts_with(kByteOrderMark) ? 3 : 0) {}

  SourceResult take() { return std::move(result_); }

  bool null() override { return add({}); }
  bool boolean(bool value) override {
    SourceValue out;
    out.kind = SourceValue::Kind::Boolean;
    out.boolean = value;
    return add(std::move(out));
  }
  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t& /*written*/) override {
    return number(value);
  }
  bool string(string_t& value) override {
    SourceValue out;
    out.kind = SourceValue::Kind::String;
    out.text = std::move(value);
    return add(std::move(out));
  }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(SourceValue::Kind::Object); }
  bool start_array(std::size_t /*size*/) override { return open(SourceValue::Kind::Array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    const std::size_t offset = token_start();
    SourceValue& object = *open_.back();
    // Only keys with the same hash are compared: an object can have tens of thousands.
    const bool may_be_double = !keys_.back().insert(std::hash<std::string>{}(value)).second;
    if (may_be_double && object.find(value) != nullptr) {
      result_.problems.push_back({"WM102", offset, "the key \"" + value + "\" stands twice"});
    }
    object.members.push_back({std::move(value), offset, {}});
    read_to_here();
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const Json::exception& error) override {
    std::string why = error.what();
    if (const std::size_t colon = why.rfind(": "); colon != std::string::npos) {
      why = why.substr(colon + 2);
    }
    result_.problems.push_back({"WM101", position == 0 ? 0 : position - 1, "no JSON here: " + why});
    result_.value.reset();
    return false;
  }

 private:
  bool number(double value) {
    SourceValue out;
    out.kind = SourceValue::Kind::Number;
    out.number = value;
    return add(std::move(out));
  }

  [[nodiscard]] std::size_t token_start() const {
    const std::size_t found = text_.find_first_not_of(" \t\r\n,:", read_);
    return found == std::string_view::npos ? text_.size() : found;
  }

  // Numbers are read one byte too far; a comma or bracket there is not part of the token.
  void read_to_here() {
    std::size_t end = static_cast<std::size_t>(*furthest_ - text_.data());
    const std::size_t start = token_start();
    const char first = start < text_.size() ? text_[start] : ' ';
    if (first == '-' || (first >= '0' && first <= '9')) {
      end = text_.find_first_not_of("+-.eE0123456789", start);
      if (end == std::string_view::npos) end = text_.size();
    }
    read_ = end;
  }

  SourceValue* place_for_next() {
    if (open_.empty()) {
      result_.value.emplace();
      return &*result_.value;
    }
    SourceValue& parent = *open_.back();
    if (parent.kind == SourceValue::Kind::Object) return &parent.members.back().value;
    return &parent.items.emplace_back();
  }

  bool add(SourceValue value) {
    value.offset = token_start();
    *place_for_next() = std::move(value);
    read_to_here();
    return true;
  }

  bool open(SourceValue::Kind kind) {
    const std::size_t offset = token_start();
    if (open_.size() >= kMaxJsonDepth) {
      result_.problems.push_back({"WM103", offset, "the file is nested too deep"});
      result_.value.reset();
      return false;
    }
    SourceValue* value = place_for_next();
    value->kind = kind;
    value->offset = offset;
    open_.push_back(value);
    keys_.emplace_back();
    read_ = offset + 1;
    return true;
  }

  // A closed container's address may have moved no more: only the last item of an open one grows.
  bool close() {
    open_.pop_back();
    keys_.pop_back();
    read_ = static_cast<std::size_t>(*furthest_ - text_.data());
    return true;
  }

  std::string_view text_;
  const char** furthest_;
  std::size_t read_;
  std::vector<SourceValue*> open_;
  std::vector<std::unordered_set<std::size_t>> keys_;  // of each open container, as hashes
  SourceResult result_;
};

}  // namespace

SourceResult read_source(std::string_view text) {
  if (text.size() > kMaxSourceFileBytes) {
    return {std::nullopt, {{"WM103", 0, "the file is larger than 16 MB"}}};
  }
  const char* furthest = text.data();
  const char* const end = furthest + text.size();
  TreeBuilder builder(text, &furthest);
  Json::sax_parse(CountingIterator(furthest, &furthest), CountingIterator(end, nullptr), &builder);
  return builder.take();
}

}  // namespace waymark
