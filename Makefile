# The two commands of the README are `make demo` and `make test`.
.PHONY: demo test lint sanitize release dependencies

demo: dependencies release
	@scripts/demo

test: dependencies
	swift test

release:
	swift build -c release

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# The shim under the address sanitizer, everything under the thread sanitizer. Apart from `test`, because each builds anew.
sanitize: dependencies
	scripts/sanitize

dependencies:
	@scripts/dependencies
