/** What a program under test says of its deployment, as text of JavaScript. */
export interface ProgramParts {
	/** @default two groups, `pilot` and `finance` */
	readonly groups?: string;
	/** The credential of the gateway. @default a configuration secret */
	readonly apiKey?: string;
	/** @default no further settings */
	readonly settings?: string;
	/** @default "eu" */
	readonly name?: string;
	/** @default "./published" */
	readonly directory?: string;
	/** Of `publish` besides the folder, such as `rings: ["all"]`. @default nothing */
	readonly publish?: string;
	/** Statements after the deployment. @default it exports what the groups' files are */
	readonly rest?: string;
}

export const twoGroups = '{ pilot: { preset: "standard" }, finance: { preset: "lockedDown" } }';

/** A user's program, as an ES module. */
export function deploymentProgram(parts: ProgramParts = {}): string {
	return `import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, local, squid } from "pulumi-cowork";
${deploymentStatement(parts)}
${parts.rest ?? "export const files = pulumi.all(Object.values(deployment.groups).map((group) => group.published));"}
`;
}

export function deploymentStatement(parts: ProgramParts, variable = "deployment"): string {
	return `const ${variable} = new CoworkDeployment(${JSON.stringify(parts.name ?? "eu")}, {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({
		baseUrl: "https://llm.example.com",
		signIn: { apiKey: ${parts.apiKey ?? 'new pulumi.Config().requireSecret("gatewayKey")'} },
	}),
	settings: ${parts.settings ?? "{}"},
	groups: ${parts.groups ?? twoGroups},
	firewall: [squid()],
	publish: { stores: [local({ directory: ${JSON.stringify(parts.directory ?? "./published")} })], ${parts.publish ?? ""} },
});`;
}
