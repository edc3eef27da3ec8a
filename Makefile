# The two commands of the README are `make demo` and `make test`.
.PHONY: demo test lint sanitize bench bench-full thresholds adapter release dependencies

demo: dependencies release
	@scripts/demo

# Tests that build indexes and run programs keep their threads busy for seconds. Beside them the daemon's tests, which
# wait for deadlines of milliseconds, would starve on two cores: so they go first.
busy = ^(LotseTests|LotseCommandTests|EndToEndTests)\.

test: dependencies
	python3 -m unittest discover -s benchmarks/tests
	swift build --build-tests
	swift test --skip-build --skip '$(busy)'
	swift test --skip-build --filter '$(busy)'

release:
	swift build -c release

lint:
	swift format lint --strict --recursive Package.swift Sources Tests benchmarks/Package.swift benchmarks/Sources fuzzing/Package.swift fuzzing/Sources

# The shim under the address sanitizer, everything under the thread sanitizer. Apart from `test`, because each builds anew.
sanitize: dependencies
	scripts/sanitize

# Relevance and speed beside the peers, on the example corpus and generated texts: 15 minutes, and the report is in .lotse/bench.
bench: dependencies release adapter
	benchmarks/setup
	benchmarks/bench run --out .lotse/bench --command-line 'make bench'

# The same with more rounds, and on the texts of a folder: make bench-full CORPUS=PATH
bench-full: dependencies release adapter
	@test -n '$(CORPUS)' || { echo 'Name a folder with texts: make bench-full CORPUS=PATH' >&2; exit 2; }
	benchmarks/setup
	benchmarks/bench run --out .lotse/bench-full --budget full --corpus '$(CORPUS)' --command-line 'make bench-full CORPUS=$(CORPUS)'

# Instructions and allocations, which the machine's load does not change, against what is committed.
thresholds: dependencies release
	benchmarks/thresholds check

adapter:
	swift build --package-path benchmarks -c release --product adapter

dependencies:
	@scripts/dependencies
