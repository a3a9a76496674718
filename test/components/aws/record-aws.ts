import * as pulumi from "@pulumi/pulumi";
import { vi } from "vitest";

export interface AwsResource {
	readonly type: string;
	readonly name: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	/** Logical name of the provider; empty for the default one. */
	readonly provider: string;
}

export interface AwsCall {
	readonly token: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly provider: string;
}

export interface AwsRecording<Result> {
	readonly result: Result;
	readonly resources: readonly AwsResource[];
	/** Sorted, without what is before the types. */
	readonly urns: readonly string[];
	readonly calls: readonly AwsCall[];
	readonly warnings: readonly string[];
}

/** Whose stack it is, and with which configuration. */
export interface AwsCircumstances {
	/** @default "cowork" */
	readonly project?: string;
	/** @default "test" */
	readonly stack?: string;
	/** By `namespace:key`, structured values as JSON. */
	readonly config?: Readonly<Record<string, string>>;
	/** Outputs of every stack that the program refers to. */
	readonly outputs?: Readonly<Record<string, unknown>>;
}

type Answers = Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;

/** Runs a program against a stand-in for AWS: every resource has an ARN; a call that has no answer is an error. */
export async function recordAws<Result>(
	build: () => Result | Promise<Result>,
	answers: Answers = {},
	{ project = "cowork", stack = "test", config = {}, outputs: referred = {} }: AwsCircumstances = {},
): Promise<AwsRecording<Result>> {
	const resources: AwsResource[] = [];
	const calls: AwsCall[] = [];
	const mocks: pulumi.runtime.Mocks = {
		newResource({ type, name, inputs, provider }) {
			resources.push({ type, name, inputs, provider: providerName(provider) });
			if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...inputs, outputs: referred } };
			return { id: `${name}-id`, state: { ...inputs, ...outputsOf(type, name, inputs) } };
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

const outputs: Answers = {
	"aws:iam/serviceSpecificCredential:ServiceSpecificCredential": ({ credentialAgeDays }) => ({
		serviceCredentialSecret: "ABSK-secret",
		...(credentialAgeDays !== undefined && { expirationDate: "2099-01-01T00:00:00Z" }),
	}),
	"aws:ec2/vpcEndpoint:VpcEndpoint": () => ({
		dnsEntries: [
			{ dnsName: "vpce-0123-abc-eu-central-1a.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
			{ dnsName: "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
			{ dnsName: "bedrock-runtime.eu-central-1.amazonaws.com" },
		],
	}),
};

function outputsOf(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
	return { arn: `arn:aws:mock:::${name}`, ...outputs[type]?.(inputs) };
}

function providerName(reference: string | undefined): string {
	const urn = (reference ?? "").split("::");
	return urn[3] ?? "";
}
