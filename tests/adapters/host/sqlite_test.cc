#include "adapters/host/sqlite.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

SqliteDatabase open_fresh(const fakes::TemporaryFolder& folder) {
  auto opened = SqliteDatabase::open(folder.path() / "fresh.db", SqliteAccess::Create);
  REQUIRE(opened.has_value());
  opened->run("CREATE TABLE thing (number INTEGER, size REAL, name TEXT, bytes BLOB)");
  return *std::move(opened);
}

}  // namespace

TEST_CASE("sqlite: gives back what was kept, of each kind") {
  const fakes::TemporaryFolder folder;
  SqliteDatabase database = open_fresh(folder);
  const std::string name("a\0b é", 6);
  const std::string bytes("\0\xFF", 2);
  SqliteStatement insert = database.prepare("INSERT INTO thing VALUES (?1, ?2, ?3, ?4)");
  CHECK(insert.run(std::int64_t{1} << 40, 1.5, name, SqliteBlob{bytes}) == 1);
  CHECK(insert.run(2, 0.0, "", SqliteBlob{}) == 1);

  SqliteStatement select = database.prepare("SELECT * FROM thing WHERE number >= ?1");
  SqliteRows rows = select.query(3);
  REQUIRE(rows.next());
  CHECK(rows.integer(0) == std::int64_t{1} << 40);
  CHECK(rows.real(1) == 1.5);
  CHECK(rows.text(2) == name);
  CHECK(rows.blob(3) == bytes);
  CHECK_FALSE(rows.next());
}

TEST_CASE("sqlite: nothing and an empty text are two things") {
  const fakes::TemporaryFolder folder;
  SqliteDatabase database = open_fresh(folder);
  database.run("INSERT INTO thing (name) VALUES (''); INSERT INTO thing (name) VALUES (NULL)");
  SqliteStatement select = database.prepare("SELECT name FROM thing ORDER BY rowid");
  SqliteRows rows = select.query();
  REQUIRE(rows.next());
  CHECK_FALSE(rows.is_null(0));
  REQUIRE(rows.next());
  CHECK(rows.is_null(0));
  CHECK(rows.text(0).empty());
}

TEST_CASE("sqlite: a statement is used again after rows that nobody read to the end") {
  const fakes::TemporaryFolder folder;
  SqliteDatabase database = open_fresh(folder);
  database.run("INSERT INTO thing (number) VALUES (1), (2)");
  SqliteStatement select = database.prepare("SELECT number FROM thing ORDER BY number");
  for (int round = 0; round < 2; ++round) {
    SqliteRows rows = select.query();
    REQUIRE(rows.next());
    CHECK(rows.integer(0) == 1);
  }
  database.run("DROP TABLE thing");  // which an open query would lock
}

TEST_CASE("sqlite: a transaction that is not committed never was") {
  const fakes::TemporaryFolder folder;
  SqliteDatabase database = open_fresh(folder);
  SqliteStatement insert = database.prepare("INSERT INTO thing (number) VALUES (?1)");
  {
    const SqliteTransaction undone(database);
    insert.run(1);
  }
  {
    SqliteTransaction kept(database);
    insert.run(2);
    kept.commit();
  }
  SqliteStatement select = database.prepare("SELECT number FROM thing");
  SqliteRows rows = select.query();
  REQUIRE(rows.next());
  CHECK(rows.integer(0) == 2);
  CHECK_FALSE(rows.next());
}

TEST_CASE("sqlite: what cannot be opened is an error, not a database") {
  const fakes::TemporaryFolder folder;
  const auto absent = SqliteDatabase::open(folder.path() / "absent.db", SqliteAccess::ReadWrite);
  REQUIRE_FALSE(absent.has_value());
  CHECK_FALSE(absent.error().is_damage());
  CHECK_FALSE(SqliteDatabase::open(folder.path(), SqliteAccess::Create).has_value());
}

TEST_CASE("sqlite: a file that is no database is noticed by the first statement") {
  const fakes::TemporaryFolder folder;
  const auto path = folder.write("words.db", std::string(5000, 'x'));
  auto opened = SqliteDatabase::open(path, SqliteAccess::ReadWrite);
  REQUIRE(opened.has_value());
  try {
    opened->run("SELECT * FROM sqlite_schema");
    FAIL("nothing was thrown");
  } catch (const SqliteError& error) {
    CHECK(error.is_damage());
  }
}

TEST_CASE("sqlite: a database that may only be read is not changed") {
  const fakes::TemporaryFolder folder;
  {
    open_fresh(folder);
  }
  auto opened = SqliteDatabase::open(folder.path() / "fresh.db", SqliteAccess::ReadOnly);
  REQUIRE(opened.has_value());
  CHECK_THROWS_AS(opened->run("INSERT INTO thing (number) VALUES (1)"), SqliteError);
}

TEST_CASE("sqlite: waits for another's lock no longer than it was told") {
  const fakes::TemporaryFolder folder;
  SqliteDatabase holder = open_fresh(folder);
  auto opened = SqliteDatabase::open(folder.path() / "fresh.db", SqliteAccess::ReadWrite,
                                     std::chrono::milliseconds(1));
  REQUIRE(opened.has_value());
  const SqliteTransaction lock(holder);
  CHECK_THROWS_AS(opened->run("INSERT INTO thing (number) VALUES (1)"), SqliteError);
}

}  // namespace waymark
