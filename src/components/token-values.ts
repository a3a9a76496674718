import * as pulumi from "@pulumi/pulumi";
import { isJsonObject, type JsonValue } from "../json.js";
import { fillText, fillTokens, token, tokensIn } from "../reference/token.js";
import { runError } from "./run-error.js";

/** What a program knows only later; a list stands among the items of a list. */
export type LateInput = pulumi.Input<string | readonly string[]>;

/** What stands for the tokens of a plan, as far as it is known. */
export class TokenValues {
	readonly #values = new Map<string, pulumi.Output<string | readonly string[]>>();

	/** `passed` knows what a program passed, by its place. */
	constructor(private readonly passed: (place: string) => LateInput | undefined) {}

	define(name: string, value: LateInput): void {
		this.#values.set(name, pulumi.output(value));
	}

	/** A text with its tokens filled. */
	text(text: string): pulumi.Output<string> {
		return this.#known(text).apply((values) => fillText(text, values));
	}

	/** Plain data with its tokens filled, as a whole. */
	data<Data>(data: Data): pulumi.Output<Data> {
		// What is filled keeps its form.
		return this.#known(data).apply((values) => fillTokens(data as JsonValue, values) as Data);
	}

	/**
	 * Plain data in which each text that is not known yet stands for itself, so that the rest of it is; `special` gives
	 * what stands for an object that is none of the data.
	 */
	inputs(data: JsonValue, special: (value: JsonValue) => pulumi.Input<string> | undefined): pulumi.Input<unknown> {
		if (typeof data === "string") return tokensIn(data).length === 0 ? data : this.text(data);
		if (Array.isArray(data)) {
			if (data.some((item) => this.#mayBeList(item))) return this.data(data);
			return data.map((item) => this.inputs(item, special));
		}
		if (!isJsonObject(data)) return data;
		const instead = special(data);
		if (instead !== undefined) return instead;
		const members = Object.entries(data).map(([name, member]) => [name, this.inputs(member, special)]);
		return Object.fromEntries(members);
	}

	#mayBeList(item: JsonValue): boolean {
		const [name] = typeof item === "string" ? tokensIn(item) : [];
		return name !== undefined && item === token(name);
	}

	#known(data: unknown): pulumi.Output<Record<string, string | readonly string[]>> {
		const values = tokensIn(data).map((name) => [name, this.#valueOf(name)] as const);
		return pulumi.all(Object.fromEntries(values)) as pulumi.Output<Record<string, string | readonly string[]>>;
	}

	#valueOf(name: string): pulumi.Output<string | readonly string[]> {
		const value = this.#values.get(name) ?? this.passed(name);
		if (value === undefined) throw new RangeError(`the plan refers to ${name}, of which nothing is known`);
		return pulumi.output(value).apply((known: unknown): string | readonly string[] => {
			if (typeof known === "string" || Array.isArray(known)) return known;
			// A stand-in for the cloud, as in a test of a program, may not know what the cloud does.
			if (known === undefined) return "";
			throw runError(`${name}: is no text; expected a string, and a list only among the items of a list`);
		});
	}
}
