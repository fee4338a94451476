#pragma once
// SQLite with owners for its handles: a database, prepared statements, the rows that they give, and
// a transaction that is undone unless it was committed. For whoever keeps something in a file of
// this machine. A database and what hangs on it belong to one thread at a time.
//
//   auto opened = SqliteDatabase::open(path, SqliteAccess::Create);
//   if (!opened) return complain(opened.error().what());
//   SqliteStatement find = opened->prepare("SELECT name FROM place WHERE lon > ?1 AND kind = ?2");
//   for (SqliteRows rows = find.query(-0.5, "clinic"); rows.next();) show(rows.text(0));
//
// After opening, what goes wrong is thrown as SqliteError: a disk that is full, a file that is
// damaged, another program that holds the lock for too long, a wrong statement.

#include <sqlite3.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waymark {

// Names what was tried and what SQLite says; never a value that was bound.
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  // An extended result code of SQLite.
  [[nodiscard]] int code() const { return code_; }
  // Whether the file is no database, or a damaged one.
  [[nodiscard]] bool is_damage() const;

 private:
  int code_;
};

enum class SqliteAccess { ReadOnly, ReadWrite, Create };

// Bytes that are no text.
struct SqliteBlob {
  std::string_view bytes;
};

// The rows of one query; resets its statement at the end. Columns count from 0, views hold until
// next(). A NULL reads as 0 or as nothing.
class SqliteRows {
 public:
  explicit SqliteRows(sqlite3_stmt* statement) : statement_(statement) {}

  // Goes to the first row, then to the one after. False when there is none.
  [[nodiscard]] bool next();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Reset {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Reset> statement_;
};

class SqliteStatement {
 public:
  // Binds the values to ?1, ?2 and so on. At most one query of a statement is open at a time.
  template <typename... Values>
  [[nodiscard]] SqliteRows query(const Values&... values) {
    SqliteRows rows(statement_.get());
    int place = 0;
    (bind(++place, values), ...);
    return rows;
  }

  // For a statement that gives no rows. Gives how many rows it inserted, changed or deleted.
  template <typename... Values>
  std::int64_t run(const Values&... values) {
    SqliteRows rows = query(values...);
    while (rows.next()) continue;
    return changes();
  }

 private:
  friend class SqliteDatabase;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

  void bind(int place, std::integral auto value) {
    bind_integer(place, static_cast<std::int64_t>(value));
  }
  void bind(int place, double value);
  void bind(int place, std::string_view text);
  void bind(int place, SqliteBlob blob);
  void bind_integer(int place, std::int64_t value);
  [[nodiscard]] std::int64_t changes() const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class SqliteDatabase {
 public:
  static constexpr std::chrono::milliseconds kPatience{2000};

  // Opens the file; a new one is made only with SqliteAccess::Create, as the process's umask says.
  // `patience` is how long a statement waits for other programs. A file that is no database is
  // noticed by the first statement.
  static std::expected<SqliteDatabase, SqliteError> open(
      const std::filesystem::path& path, SqliteAccess access,
      std::chrono::milliseconds patience = kPatience);

  // One statement, to be used again and again.
  [[nodiscard]] SqliteStatement prepare(std::string_view sql);

  // Statements without values, parted by semicolons; rows are passed over.
  void run(const std::string& sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit SqliteDatabase(sqlite3* database) : database_(database) {}

  std::unique_ptr<sqlite3, Close> database_;
};

// From BEGIN IMMEDIATE to commit(), or back to the beginning.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;

  // When it throws, the destructor undoes.
  void commit();

 private:
  SqliteDatabase& database_;
  bool is_open_ = true;
};

}  // namespace waymark
