#pragma once
// Exact places for a pack from open data: the outward codes of the ONS Postcode Directory (whose
// header names its columns) or of Code-Point Open (which has none). Of each code the middle of its
// postcodes, rounded to two decimals, and the nations that they are in; no whole postcode is kept.
// One thread.
//
//   PlaceImport import;
//   for (const fs::path& path : files) import.read(stream_of(path), path.string());
//   write(import.json());

#include <cstddef>
#include <istream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "adapters/directory/csv_reader.h"
#include "adapters/directory/listing.h"
#include "engine/api/directory.h"

namespace waymark {

class PlaceImport {
 public:
  // Adds a file. Findings of one kind are told once a file.
  void read(std::istream& in, const std::string& name);

  // A file for a pack's folder places/, in order of the codes.
  [[nodiscard]] std::string json() const;

  [[nodiscard]] std::size_t codes() const { return codes_.size(); }
  [[nodiscard]] std::size_t postcodes() const { return postcodes_; }
  [[nodiscard]] const std::vector<ImportFinding>& findings() const { return findings_; }

 private:
  struct Middle {
    double latitude = 0;  // sums
    double longitude = 0;
    std::size_t postcodes = 0;
    std::set<std::string> nations;
  };
  struct Layout {
    bool is_grid = false;  // eastings and northings, not degrees
    std::size_t postcode = 0, country = 0, north = 0, east = 0;
    std::size_t ended = 0;  // its number from 1; 0: there is none
    std::size_t width = 0;
  };

  bool find_layout(const CsvRow& row, const std::string& name, Layout& layout);
  void add(const CsvRow& row, const Layout& layout, const std::string& name);
  void note(const std::string& place, std::string reason, std::string remedy);

  std::map<std::string, Middle> codes_;
  std::size_t postcodes_ = 0;
  std::set<std::string> noted_;  // reasons of the file that is read
  std::vector<ImportFinding> findings_;
};

}  // namespace waymark
