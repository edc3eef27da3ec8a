# The two commands of the README are `make demo` and `make test`.
.PHONY: demo test lint sanitize release dependencies

demo: dependencies release
	@scripts/demo

# Tests that build indexes and run programs keep their threads busy for seconds. Beside them the daemon's tests, which
# wait for deadlines of milliseconds, would starve on two cores: so they go first.
busy = ^(LotseTests|LotseCommandTests|EndToEndTests)\.

test: dependencies
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

dependencies:
	@scripts/dependencies
