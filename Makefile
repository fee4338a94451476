# Thin fronts over the presets in CMakePresets.json. Each installs what it misses first.
PORT ?= 8080
FUZZ_SECONDS ?= 60

.PHONY: help build serve test bench bench-widget fuzz format clean

help:
	@echo 'make build    builds the release program: build/release/waymark'
	@echo 'make serve    builds it and serves the shipped pack on http://localhost:$(PORT)/ (PORT=...)'
	@echo 'make test     builds and runs every test and lint'
	@echo 'make bench    measures speed and memory, side by side with other engines (some minutes)'
	@echo 'make bench-widget   measures the widget beside two others in Chromium (some minutes)'
	@echo 'make fuzz     runs every fuzzer for a minute (FUZZ_SECONDS=...)'
	@echo 'make format   lays the C++ sources out as the format lint wants them'
	@echo 'make clean    removes build/'

build:
	@tests/setup build
	@cmake --preset release
	@cmake --build --preset release

serve: build
	@echo 'Serving the shipped pack on http://localhost:$(PORT)/ until Ctrl-C.'
	@build/release/waymark import directory dialogs/ipt-depression/directory/*.csv --out build/made_up_directory.sqlite
	@exec build/release/waymark serve --port $(PORT) --directory build/made_up_directory.sqlite

# The unit tests, lints and server tests run on the dev build, whose assertions are on; the content is
# tried and the browser met with the release program, as visitors do. Both halves run even when the
# first one fails.
test:
	@tests/setup test
	@cmake --preset dev
	@cmake --build --preset dev
	@cmake --preset release
	@cmake --build --preset release
	@status=0; \
	ctest --preset dev --label-exclude 'browser|content' || status=1; \
	ctest --preset release || status=1; \
	exit $$status

bench:
	@tests/setup bench
	@cmake --preset bench
	@cmake --build --preset bench --target waymark_bench bench_workload
	@build/bench/tests/bench/waymark_bench
	@node tests/bench/peers.mjs build/bench/tests/bench/bench_workload

bench-widget:
	@tests/setup test
	@cmake --preset release
	@cmake --build --preset release
	@node tests/bench/widget_peers.mjs

# What a fuzzer finds is left in build/fuzz as crash-..., what it learns in build/fuzz/corpus.
fuzz:
	@tests/setup test
	@cmake --preset fuzz
	@cmake --build --preset fuzz --target waymark_fuzzers
	@for name in take_turn session_record frame pattern_forms; do \
	  mkdir -p build/fuzz/corpus/$$name; \
	  build/fuzz/tests/fuzz/fuzz_$$name -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
	    -artifact_prefix=build/fuzz/ build/fuzz/corpus/$$name tests/fuzz/corpus/$$name || exit 1; \
	done

format:
	@tests/setup test
	@node tests/lint/format.mjs . --fix

clean:
	rm -rf build
