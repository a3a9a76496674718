import * as pulumi from "@pulumi/pulumi";
import { vi } from "vitest";

export interface CloudResource {
	readonly type: string;
	readonly name: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	/** Logical name of the provider; empty for the default one. */
	readonly provider: string;
}

export interface CloudCall {
	readonly token: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly provider: string;
}

export interface CloudRecording<Result> {
	readonly result: Result;
	readonly resources: readonly CloudResource[];
	/** Sorted, without what is before the types. */
	readonly urns: readonly string[];
	readonly calls: readonly CloudCall[];
	readonly warnings: readonly string[];
}

/** Whose stack it is, and with which configuration. */
export interface CloudCircumstances {
	/** @default "cowork" */
	readonly project?: string;
	/** @default "test" */
	readonly stack?: string;
	/** By `namespace:key`, structured values as JSON. */
	readonly config?: Readonly<Record<string, string>>;
	/** Outputs of every stack that the program refers to. */
	readonly outputs?: Readonly<Record<string, unknown>>;
}

/** What a cloud says to inputs: of resources by their type, of calls by their token. */
export type Answers = Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;

/** What a cloud adds to the inputs of a resource. */
type Adding = (type: string, name: string, inputs: Record<string, unknown>) => Record<string, unknown>;

/** Runs a program against a stand-in for a cloud; a call that has no answer is an error. */
export async function recordCloud<Result>(
	adding: Adding,
	build: () => Result | Promise<Result>,
	answers: Answers = {},
	{ project = "cowork", stack = "test", config = {}, outputs: referred = {} }: CloudCircumstances = {},
): Promise<CloudRecording<Result>> {
	const resources: CloudResource[] = [];
	const calls: CloudCall[] = [];
	const mocks: pulumi.runtime.Mocks = {
		newResource({ type, name, inputs, provider }) {
			resources.push({ type, name, inputs, provider: providerName(provider) });
			if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...inputs, outputs: referred } };
			return { id: `${name}-id`, state: { ...inputs, ...adding(type, name, inputs) } };
		},
		call({ token, inputs, provider }) {
			calls.push({ token, inputs, provider: providerName(provider) });
			const answer = answers[token];
			if (!answer) throw new Error(`the program calls ${token}`);
			return answer(inputs);
		},
	};
	await pulumi.runtime.setMocks(mocks, project, stack, false);
	pulumi.runtime.setAllConfig({ ...config });
	const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
	try {
		const result = await build();
		await pulumi.runtime.disconnect();
		return { result, resources, urns: registeredUrns(), calls, warnings: warn.mock.calls.map(([text]) => text) };
	} finally {
		warn.mockRestore();
	}
}

function registeredUrns(): string[] {
	// The mocks' own monitor, which the SDK types as nothing in particular.
	const monitor = pulumi.runtime.getMonitor() as unknown as { getRegisteredResources(): ReadonlyMap<string, unknown> };
	const urns = [...monitor.getRegisteredResources().keys()].map((urn) => urn.split("::").slice(2).join("::"));
	return urns.sort();
}

/** What an output comes to; `secret` says whether the state keeps it encrypted. */
export async function reveal<Value>(
	output: pulumi.Output<Value> | undefined,
): Promise<{ readonly value: Value; readonly secret: boolean }> {
	if (!output) throw new Error("there is no such output");
	const secret = await pulumi.isSecret(output);
	const value = await new Promise<Value>((resolve) => void output.apply(resolve));
	return { value, secret };
}

function providerName(reference: string | undefined): string {
	const urn = (reference ?? "").split("::");
	return urn[3] ?? "";
}
