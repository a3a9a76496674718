import { expect, test } from "vitest";
import { text } from "../../../src/review/formats/text.js";
import { review } from "../../support/review.js";

test("tells findings by their grades, with groups, rule, reason and place", () => {
	expect(text.render(review)).toMatchInlineSnapshot(`
		"git:main:deployments/eu.yaml -> deployments/eu.yaml: 6 findings: 2 breaks, 1 widens, 1 loosens, 2 informs

		Breaks what people do (2)
		  eu
		    claude-opus-4-8 [group-0] is no longer offered to people
		      model-removed: because whoever works with it has to choose another
		  us
		    staff [staff] is no group any more
		      group-removed: because its devices are cut off

		Widens what is reached or allowed (1)
		  eu
		    api.example.com:443 [group-0 and group-1] opens for devices; without it connectors do not answer
		      host-opened: because devices reach an address that they did not

		Loosens what was closed (1)
		  eu
		    coworkEgressAllowedHosts [group-0, group-1, group-2, group-3, group-4, group-5, group-6 and group-7] lets the sandbox reach *.example.net
		      setting-loosens: because programs in the sandbox reach what they did not
		      at groups.group-0.settings.coworkEgressAllowedHosts[2] (deployments/eu.yaml:31:9)

		For information (2)
		  eu
		    disableAutoUpdates [group-1] is another
		      setting-changed: because it neither opens nor closes anything that the catalogue knows of
		    otlpHeaders is another
		      setting-changed: because it neither opens nor closes anything that the catalogue knows of
		"
	`);
});

test("says where nothing changes", () => {
	expect(text.render({ ...review, findings: [] })).toBe(
		"git:main:deployments/eu.yaml -> deployments/eu.yaml: no change in meaning\n",
	);
});
