import * as pulumi from "@pulumi/pulumi";
import { vi } from "vitest";

export interface Registered {
	readonly type: string;
	readonly name: string;
	/** As the engine gets them, a secret wrapped as one. */
	readonly inputs: Readonly<Record<string, unknown>>;
}

export interface Recording<Result> {
	readonly result: Result;
	readonly resources: readonly Registered[];
	/** Sorted. */
	readonly urns: readonly string[];
	/** What each resource has in state, by URN: for a component what it registers as its outputs. */
	readonly state: ReadonlyMap<string, unknown>;
	readonly warnings: readonly string[];
}

export interface Circumstances {
	/** By `namespace:key`; every one is a secret. */
	readonly config?: Readonly<Record<string, string>>;
	/** Whether this is a preview, where a value may be unknown. @default false */
	readonly preview?: boolean;
}

/** Runs a program against mocks and waits for all that it registers. One at a time: mocks belong to the process. */
export async function record<Result>(
	build: () => Result | Promise<Result>,
	{ config = {}, preview = false }: Circumstances = {},
): Promise<Recording<Result>> {
	const resources: Registered[] = [];
	const mocks: pulumi.runtime.Mocks = {
		newResource({ type, name, inputs }) {
			resources.push({ type, name, inputs });
			return { id: name, state: inputs };
		},
		call({ token }) {
			throw new Error(`the program calls ${token}`);
		},
	};
	await pulumi.runtime.setMocks(mocks, "cowork", "test", preview);
	pulumi.runtime.setAllConfig({ ...config }, Object.keys(config));
	const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
	try {
		const result = await build();
		await pulumi.runtime.disconnect();
		const registered = [...monitor().getRegisteredResources()];
		return {
			result,
			resources,
			urns: registered.map(([urn]) => urn).sort(),
			state: new Map(registered.map(([urn, { state }]) => [urn, plain(state)])),
			warnings: warn.mock.calls.map(([text]) => text),
		};
	} finally {
		warn.mockRestore();
	}
}

interface MockMonitor {
	getRegisteredResources(): ReadonlyMap<string, { readonly state: unknown }>;
}

function monitor(): MockMonitor {
	// The mocks' own, which the SDK types as nothing in particular.
	return pulumi.runtime.getMonitor() as unknown as MockMonitor;
}

/** What a component registers arrives as a protobuf structure. */
function plain(state: unknown): unknown {
	const isStruct = typeof state === "object" && state !== null && "toJavaScript" in state;
	return isStruct && typeof state.toJavaScript === "function" ? state.toJavaScript() : state;
}

/** How Pulumi marks a secret on its way to the engine. */
export function isSecret(value: unknown): value is { readonly value: unknown } {
	return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}
