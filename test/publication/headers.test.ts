import { expect, test } from "vitest";
import { fileHeaders, pageHeaders, pointerHeaders, signatureHeaders } from "../../src/publication/headers.js";

const immutable = "private, max-age=31536000, immutable";

test.each([
	["profiles/windows/Claude.reg", "text/x-ms-regedit", "text/plain; charset=utf-16le", "Claude.reg"],
	["profiles/macos/a.mobileconfig", "application/x-apple-aspen-config", undefined, "a.mobileconfig"],
	["profiles/linux/managed-settings.json", "application/json", undefined, "managed-settings.json"],
	["device/macos/check.sh", "text/x-shellscript", "text/x-shellscript; charset=utf-8", "check.sh"],
	["device/macos/INSTALL.md", "text/markdown", "text/markdown; charset=utf-8", undefined],
	["egress.txt", "text/plain", "text/plain; charset=utf-8", undefined],
	["firewall/squid/squid.conf", "text/plain", "text/plain; charset=utf-8", undefined],
	["egress.json", "application/json", undefined, undefined],
])("%s is sent as what it is, and saved where it is for devices", (path, mediaType, sent, saved) => {
	expect(fileHeaders({ path, mediaType, sensitive: false })).toEqual({
		mediaType: sent ?? mediaType,
		cacheControl: immutable,
		...(saved && { disposition: `attachment; filename="${saved}"` }),
	});
});

test("a file with a secret stays in no cache, and what moves is asked for anew", () => {
	const profile = { path: "profiles/linux/managed-settings.json", mediaType: "application/json", sensitive: true };

	expect(fileHeaders(profile).cacheControl).toBe("no-store");
	expect(pointerHeaders).toEqual({ mediaType: "application/json", cacheControl: "no-cache" });
	// Another key signs the same revision anew.
	expect(signatureHeaders).toEqual({ mediaType: "application/octet-stream", cacheControl: "no-cache" });
	expect(pageHeaders).toEqual({ mediaType: "text/html; charset=utf-8", cacheControl: "no-cache" });
});
