#include "adapters/host/sqlite.h"

namespace waymark {

namespace {

// The lowest byte of a code says what kind it is.
constexpr int kKindMask = 0xFF;

int flags_of(SqliteAccess access) {
  constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (access) {
    case SqliteAccess::ReadOnly: return kAlways | SQLITE_OPEN_READONLY;
    case SqliteAccess::ReadWrite: return kAlways | SQLITE_OPEN_READWRITE;
    case SqliteAccess::Create: return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return kAlways | SQLITE_OPEN_READONLY;
}

SqliteError error_of(sqlite3* database) {
  return {sqlite3_extended_errcode(database), sqlite3_errmsg(database)};
}

void check(sqlite3_stmt* statement, int code) {
  if (code != SQLITE_OK) throw error_of(sqlite3_db_handle(statement));
}

}  // namespace

bool SqliteError::is_damage() const {
  const int kind = code_ & kKindMask;
  return kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT;
}

bool SqliteRows::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw error_of(sqlite3_db_handle(statement_.get()));
}

std::int64_t SqliteRows::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double SqliteRows::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view SqliteRows::text(int column) const {
  const unsigned char* letters = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (letters == nullptr) return {};
  return {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(size)};
}

std::string_view SqliteRows::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool SqliteRows::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

// What a reset reports is the error of the step before, which was thrown already.
void SqliteRows::Reset::operator()(sqlite3_stmt* statement) const {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

void SqliteStatement::bind(int place, double value) {
  check(statement_.get(), sqlite3_bind_double(statement_.get(), place, value));
}

void SqliteStatement::bind(int place, std::string_view text) {
  const char* letters = text.empty() ? "" : text.data();  // null would be NULL
  check(statement_.get(), sqlite3_bind_text64(statement_.get(), place, letters, text.size(),
                                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bind(int place, SqliteBlob blob) {
  const char* bytes = blob.bytes.empty() ? "" : blob.bytes.data();
  check(statement_.get(),
        sqlite3_bind_blob64(statement_.get(), place, bytes, blob.bytes.size(), SQLITE_TRANSIENT));
}

void SqliteStatement::bind_integer(int place, std::int64_t value) {
  check(statement_.get(), sqlite3_bind_int64(statement_.get(), place, value));
}

std::int64_t SqliteStatement::changes() const {
  return sqlite3_changes64(sqlite3_db_handle(statement_.get()));
}

std::expected<SqliteDatabase, SqliteError> SqliteDatabase::open(
    const std::filesystem::path& path, SqliteAccess access, std::chrono::milliseconds patience) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags_of(access), nullptr);
  SqliteDatabase database(handle);  // to be closed even when it could not be opened
  if (code != SQLITE_OK) {
    return std::unexpected(handle == nullptr ? SqliteError(code, sqlite3_errstr(code))
                                             : error_of(handle));
  }
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) throw error_of(database_.get());
  return SqliteStatement(statement);
}

void SqliteDatabase::run(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw error_of(database_.get());
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction() {
  if (!is_open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const SqliteError&) {  // undone by SQLite already
    is_open_ = false;
  }
}

void SqliteTransaction::commit() {
  database_.run("COMMIT");
  is_open_ = false;
}

}  // namespace waymark
