#include "adapters/directory/place_import.h"

#include <doctest/doctest.h>

#include <sstream>

namespace waymark {

namespace {

void read(PlaceImport& places, const std::string& text, const std::string& name = "file.csv") {
  std::istringstream in(text);
  places.read(in, name);
}

}  // namespace

TEST_CASE("place import: the layout of the ONS, over its names of columns") {
  for (const char* header : {"pcd,pcd2,pcds,dointr,doterm,ctry,lat,long\n",
                             "pcd7,pcd8,pcds,dointr,doterm,ctry25cd,lat,long\n"}) {
    PlaceImport places;
    read(places, std::string(header) +
                     "LS6 3AB,LS6  3AB,LS6 3AB,198001,,E92000001,53.82,-1.58\n"
                     "LS6 3AC,LS6  3AC,LS6 3AC,198001,,E92000001,53.84,-1.56\n"
                     "LS6 9ZZ,LS6  9ZZ,LS6 9ZZ,198001,199901,E92000001,50.00,-1.00\n"  // ended
                     "SY5 1AA,SY5  1AA,SY5 1AA,198001,,E92000001,52.66,-3.00\n"
                     "SY5 2AA,SY5  2AA,SY5 2AA,198001,,W92000004,52.66,-3.02\n"
                     "BT9 5AB,BT9  5AB,BT9 5AB,198001,,N92000002,54.58,-5.94\n"
                     "JE2 1AA,JE2  1AA,JE2 1AA,198001,,L93000001,99.999999,0\n"
                     "LS1 1AA,LS1  1AA,LS1 1AA,198001,,E92000001,99.999999,0.000000\n");
    CHECK(places.findings().empty());
    CHECK(places.codes() == 3);
    CHECK(places.postcodes() == 5);
    const std::string json = places.json();
    CHECK(json.find(R"("LS6": {"at": [53.83, -1.57], "nations": ["england"]})") !=
          std::string::npos);
    CHECK(json.find(R"("SY5": {"at": [52.66, -3.01], "nations": ["england","wales"]})") !=
          std::string::npos);
    CHECK(json.find("LS6 3AB") == std::string::npos);
  }
}

TEST_CASE("place import: the layout of Code-Point Open, over several files") {
  PlaceImport places;
  read(places,
       "\"NG7 2RD\",10,454400,338600,\"E92000001\",\"E19\",\"E18\",\"\",\"E06\",\"E05\"\n"
       "\"NG7 9ZZ\",90,0,0,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n");
  read(places, "\"EH9 1AA\",10,325700,672000,\"S92000003\",\"\",\"S08\",\"\",\"S12\",\"S13\"\n",
       "eh.csv");
  CHECK(places.findings().empty());
  CHECK(places.codes() == 2);
  const std::string json = places.json();
  CHECK(json.find(R"("NG7": {"at": [52.94, -1.19], "nations": ["england"]})") != std::string::npos);
  CHECK(json.find(R"("EH9": {"at": [55.94, -3.19], "nations": ["scotland"]})") !=
        std::string::npos);
}

TEST_CASE("place import: broken files are told once a kind and give what they can") {
  PlaceImport foreign;
  read(foreign, "name,colour\nA,blue\n");
  CHECK(foreign.codes() == 0);
  REQUIRE(foreign.findings().size() == 1);
  CHECK(foreign.findings().front().place == "file.csv:1");
  PlaceImport empty;
  read(empty, "");
  CHECK(empty.findings().size() == 1);
  PlaceImport torn;
  read(torn,
       "pcds,ctry,lat,long,doterm\nLS6 3AB,E92000001,53.8,-1.5,\nLS6 3AC,E92000001\n"
       "LS6 3AD,E92000001,53.8\nnonsense,E92000001,53.8,-1.5,\nLS7 1AA,E92000001,x,y,\n");
  CHECK(torn.codes() == 1);
  REQUIRE(torn.findings().size() == 2);
  CHECK(torn.findings()[0].place == "file.csv:3");
  CHECK(torn.findings()[1].place == "file.csv:5");
}

}  // namespace waymark
