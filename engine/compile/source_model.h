#pragma once
// A JSON file as it was written: values with their places, keys in order. Values; used by the
// content compiler only.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct SourceMember;

struct SourceValue {
  enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };
  Kind kind = Kind::Null;
  bool boolean = false;
  double number = 0;
  std::string text;                   // of a String
  std::vector<SourceValue> items;     // of an Array
  std::vector<SourceMember> members;  // of an Object
  std::size_t offset = 0;             // byte at which it begins

  // The member of that name, or null.
  [[nodiscard]] const SourceValue* find(std::string_view key) const;
};

struct SourceMember {
  std::string key;
  std::size_t key_offset = 0;
  SourceValue value;
};

inline const SourceValue* SourceValue::find(std::string_view key) const {
  for (const SourceMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

}  // namespace waymark
