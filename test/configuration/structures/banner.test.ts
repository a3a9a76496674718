import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

describe("banner", () => {
	test.each<[unknown, string[]]>([
		[
			{
				enabled: true,
				text: "Hello",
				backgroundColor: "#F5F5F5",
				textColor: "#000000",
				linkUrl: "https://intranet.example.com/a?b#c",
			},
			[],
		],
		[{ enabled: false }, []],
		[{ enabled: true }, ["banner.text: is missing; an enabled banner needs text"]],
		[{ text: "Hello" }, ["banner.enabled: is missing, and Claude Desktop shows the banner only where it is true"]],
		[
			{ enabled: true, text: "x".repeat(201) },
			["banner.text: is 201 characters; expected at most 200 characters, otherwise Claude Desktop shows no banner"],
		],
		[
			{ enabled: true, text: "one\ntwo" },
			["banner.text: has line breaks or control characters; expected one line of text"],
		],
		[{ enabled: false, textColor: "black" }, ["banner.textColor: is no colour; expected #RRGGBB"]],
		[{ enabled: false, backgroundColor: "#FFF" }, ["banner.backgroundColor: is no colour; expected #RRGGBB"]],
		[{ enabled: false, linkUrl: "http://intranet.example.com" }, ["banner.linkUrl: is plain http; expected https"]],
		[
			{ enabled: false, colour: "#000000" },
			["banner.colour: unknown member; expected one of backgroundColor, enabled, linkUrl, text, textColor"],
		],
	])("%j", (value, messages) => {
		expect(settingProblems("banner", value)).toEqual(messages);
	});
});
