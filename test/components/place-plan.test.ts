import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type CloudPlacers, placePlan } from "../../src/components/place-plan.js";
import type { CloudPlan } from "../../src/inference/cloud-plan.js";
import { joinPlans } from "../../src/inference/join-plans.js";
import { recordAws, reveal } from "./aws/record-aws.js";

class Thing extends pulumi.CustomResource {
	declare readonly address: pulumi.Output<string>;
}

/** A cloud that knows one kind of thing. */
const placers: CloudPlacers = {
	resources: {
		thing: (name, properties: object, opts) => {
			const resource = new Thing("mainframe:index:Thing", name, properties, opts);
			return { resource, outputs: { number: resource.id } };
		},
	},
	lookUps: { site: ({ name }: { name: pulumi.Input<string> }) => ({ code: pulumi.interpolate`site-${name}` }) },
};

const plan: CloudPlan = joinPlans([
	{
		lookUps: [{ id: "home", asks: "site", properties: { name: "<late:a.b>" } }],
		resources: [
			{
				id: "one",
				type: "thing",
				name: "one",
				meter: "free",
				properties: { site: "<late:home.code>", list: ["x", "<late:a.c>"] },
			},
			{
				id: "two",
				type: "thing",
				name: "two",
				meter: "per day",
				properties: { rule: { policy: "may" }, nested: { of: "<late:one.number>!" } },
				after: ["one"],
				kept: true,
				fixed: ["nested"],
				account: "other",
			},
		],
		policies: { may: { who: '<late:home.code>"' } },
		late: { "mainframe.card": "card of <late:two.number>" },
		outputs: { cards: { shared: "<late:two.number>" } },
	},
]);

class Other extends pulumi.ProviderResource {
	constructor() {
		super("mainframe", "other", {});
	}
}

describe("what a plan says is placed", () => {
	test("with its tokens filled, and nothing else", async () => {
		const passed = { "a.b": pulumi.output("cellar"), "a.c": pulumi.output(["y", "z"]) };
		const options: pulumi.ResourceOptions[] = [];
		const note: pulumi.ResourceTransformation = ({ type, opts }) => {
			if (type === "mainframe:index:Thing") options.push(opts);
			return undefined;
		};
		const { result, resources } = await recordAws(() =>
			placePlan({
				name: "eu",
				plan,
				passed: (place) => passed[place as keyof typeof passed],
				placers,
				opts: { transformations: [note] },
				providers: { other: new Other() },
			}),
		);
		expect(resources.filter(({ type }) => type.startsWith("mainframe"))).toEqual([
			{
				type: "mainframe:index:Thing",
				name: "eu-one",
				provider: "",
				inputs: { site: "site-cellar", list: ["x", "y", "z"] },
			},
			{
				type: "mainframe:index:Thing",
				name: "eu-two",
				provider: "other",
				inputs: { rule: '{"who":"site-cellar\\""}', nested: { of: "eu-one-id!" } },
			},
		]);
		expect(options.map((each) => ("retainOnDelete" in each ? each.retainOnDelete : undefined))).toEqual([
			undefined,
			true,
		]);
		expect(options[1]).toMatchObject({ ignoreChanges: ["nested"], dependsOn: [result.resources.one] });
		expect((await reveal(result.late["mainframe.card"])).value).toBe("card of eu-two-id");
		expect((await reveal(result.outputs.cards?.shared)).value).toBe("eu-two-id");
		expect((await reveal(result.policies.may)).value).toBe('{"who":"site-cellar\\""}');
	});

	test("only where everything in it is known to somebody", () => {
		const place = (part: CloudPlan) =>
			placePlan({ name: "eu", plan: part, passed: () => undefined, placers, opts: {} });
		const strange = { id: "x", type: "ghost", name: "x", meter: "free", properties: {} };
		expect(() => place(joinPlans([{ resources: [strange] }]))).toThrow("nothing here places ghost");
		expect(() => place(joinPlans([{ late: { a: "<late:nowhere>" } }]))).toThrow("the plan refers to nowhere");
	});
});
