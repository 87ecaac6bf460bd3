# make site   builds tweetup and with it this repository's own site into public/
# make test   runs every test
# Both install what is missing. CONTRIBUTING.md tells the rest.

.PHONY: site test lint format theme packages oracles release install check-public

SWIFT_BUILD = swift build -c release --static-swift-stdlib --product tweetup
PREFIX ?= /usr/local
export TWEETUP_SETS ?= ../shared

site: release
	.build/release/tweetup build

release: packages
	$(SWIFT_BUILD)

test: packages oracles
	@scripts/name-missing-sets
	swift test

install: release
	install -D -m 755 .build/release/tweetup "$(DESTDIR)$(PREFIX)/bin/tweetup"

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

theme:
	scripts/embed-theme > Sources/Publishing/Theme/BuiltInTheme.swift

check-public: release
	scripts/check-public

packages:
	@scripts/install-packages

oracles: packages
	@scripts/make-oracles
