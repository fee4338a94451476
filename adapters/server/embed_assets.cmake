# Writes the assets of the program into a source file:
#
#   cmake -DFOLDERS="build/widget;adapters/widget" -DFILES="widget.js;demo/index.html" -DOUTPUT=assets.cc
#     -P embed_assets.cmake
#
# A file is taken from the first of FOLDERS that has it. It is served at its path below that folder, a
# file of demo/ at its bare name, index.html at "/".

function(content_type file result)
  cmake_path(GET file EXTENSION LAST_ONLY extension)
  set(types
    .html "text/html\; charset=utf-8" .css "text/css\; charset=utf-8"
    .js "text/javascript\; charset=utf-8" .svg image/svg+xml .png image/png .webp image/webp
    .ico image/x-icon .woff2 font/woff2)
  list(FIND types "${extension}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${file}: embed_assets.cmake does not know the type of ${extension} files")
  endif()
  math(EXPR place "${place} + 1")
  list(GET types ${place} type)
  set(${result} "${type}" PARENT_SCOPE)
endfunction()

set(arrays "")
set(entries "")
set(number 0)
foreach(file IN LISTS FILES)
  unset(folder_found)
  foreach(folder IN LISTS FOLDERS)
    if(NOT folder_found AND EXISTS "${folder}/${file}")
      set(folder_found "${folder}")
    endif()
  endforeach()
  file(READ "${folder_found}/${file}" hex HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kBytes${number}[] = {\n    ${bytes}'\\0'};\n\n")
  content_type("${file}" type)
  string(REGEX REPLACE "^/demo/" "/" path "/${file}")
  string(REGEX REPLACE "^/index\\.html$" "/" path "${path}")
  string(APPEND entries
    "    {\"${path}\", \"${type}\", {kBytes${number}, sizeof(kBytes${number}) - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Written by adapters/server/embed_assets.cmake.
#include \"adapters/server/assets.h\"

#include <array>

namespace waymark {

namespace {

${arrays}constexpr std::array<Asset, ${number}> kAssets{{
${entries}}};

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace waymark
")
