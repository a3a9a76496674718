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
		[{ text: "x".repeat(201) }, ["banner.text: is 201 characters; expected at most 200 characters"]],
		[{ text: "one\ntwo" }, ["banner.text: has line breaks or control characters; expected one line of text"]],
		[{ textColor: "black" }, ["banner.textColor: is no colour; expected #RRGGBB"]],
		[{ backgroundColor: "#FFF" }, ["banner.backgroundColor: is no colour; expected #RRGGBB"]],
		[{ linkUrl: "http://intranet.example.com" }, ["banner.linkUrl: is plain http; expected https"]],
		[
			{ colour: "#000000" },
			["banner.colour: unknown member; expected one of backgroundColor, enabled, linkUrl, text, textColor"],
		],
	])("%j", (value, messages) => {
		expect(settingProblems("banner", value)).toEqual(messages);
	});
});
