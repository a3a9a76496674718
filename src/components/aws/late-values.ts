import * as pulumi from "@pulumi/pulumi";
import { fillLateText, lateNames } from "../../inference/aws/late-text.js";
import type { PolicyDocument } from "../../inference/aws/policy/policy-document.js";
import { runError } from "../run-error.js";

/** What a program knows only later; a list stands among the items of a list. */
export type LateValue = pulumi.Input<string | readonly string[]>;

/** What stands for the tokens in a plan's texts, as far as it is known. */
export class LateValues {
	readonly #values = new Map<string, pulumi.Output<string>>();

	/** Makes a value the first time it is asked for. */
	define(name: string, make: () => LateValue): pulumi.Output<string> {
		const value = this.#values.get(name) ?? textOf(make());
		this.#values.set(name, value);
		return value;
	}

	/** The text with its tokens filled. */
	text(text: string): pulumi.Output<string> {
		return this.#fill(text, (values) => fillLateText(text, values));
	}

	/** Plain data with the tokens of its texts filled. */
	data<Data>(data: Data): pulumi.Output<Data> {
		const text = JSON.stringify(data);
		return this.#fill(text, (values): Data => JSON.parse(fillJson(text, values)));
	}

	/** A policy as JSON text with its tokens filled. */
	document(document: PolicyDocument): pulumi.Output<string> {
		const text = JSON.stringify(document);
		return this.#fill(text, (values) => fillJson(text, values));
	}

	#fill<Made>(text: string, make: (values: Readonly<Record<string, string>>) => Made): pulumi.Output<Made> {
		const values = lateNames(text).flatMap((name) => {
			const value = this.#values.get(name);
			return value ? [[name, value] as const] : [];
		});
		return pulumi.all(Object.fromEntries(values)).apply((texts): Made => make(texts));
	}
}

export function textOf(value: LateValue): pulumi.Output<string> {
	return pulumi.output(value).apply((text) => {
		if (typeof text === "string") return text;
		throw runError("a reference is no text; expected a string, and a list only among the items of a list");
	});
}

export function textsOf(values: readonly LateValue[]): pulumi.Output<string[]> {
	return pulumi.all(values.map((value) => pulumi.output(value))).apply((items) => items.flat());
}

/** Values are escaped as the JSON around them is. */
function fillJson(json: string, values: Readonly<Record<string, string>>): string {
	const escaped = Object.entries(values).map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)]);
	return fillLateText(json, Object.fromEntries(escaped));
}
