import { expect, test } from "vitest";
import { secureAddress } from "./hosts.ts";

test.each([
	["http://arxiv.org/abs/2301.00001", "https://arxiv.org/abs/2301.00001"],
	["http://dx.doi.org/10.1000/a?b#c", "https://doi.org/10.1000/a?b#c"],
	["https://dx.doi.org/10.1000/a", "https://doi.org/10.1000/a"],
	["HTTP://GitHub.com/Owls/Owls", "https://github.com/Owls/Owls"],
	["http://proceedings.mlr.press", "https://proceedings.mlr.press"],
])("%s is %s", (address, secure) => {
	expect(secureAddress(address)).toBe(secure);
});

test.each([
	"https://arxiv.org/abs/2301.00001",
	"http://example.org/",
	"http://arxiv.org.evil.example/",
	"http://arxiv.org:8080/",
	"http://arxiv.org@evil.example/",
	"http://user@arxiv.org/",
	"http://constructor/",
	"ftp://arxiv.org/",
	"arxiv.org",
	"",
])("%j stays", (address) => {
	expect(secureAddress(address)).toBeUndefined();
});
