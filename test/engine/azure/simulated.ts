import { CloudProject } from "../simulated.js";

export { each } from "../simulated.js";

const foundry = {
	name: "azure-native",
	others: ["azuread"],
	knowledge: "test/engine/azure/simulated-foundry.cjs",
	packages: ["@pulumi/azure-native", "@pulumi/azuread"],
};

/** What stands in the stand-in's Azure: names of deployments by account, oldest first. */
export interface SimulatedAzure {
	readonly accounts: Readonly<Record<string, readonly string[]>>;
	/** Accounts whose names are kept. */
	readonly deleted: Readonly<Record<string, readonly string[]>>;
}

/** A project with a program on the shipped package, whose providers of Azure and Entra ID are a stand-in. */
export class FoundryProject extends CloudProject {
	constructor(
		parent: string,
		name: string,
		program: string,
		main?: string,
		options?: ConstructorParameters<typeof CloudProject>[5],
	) {
		super(foundry, parent, name, program, main, options);
	}

	get azure(): SimulatedAzure {
		const { accounts, deleted } = this.told("azure.json") as SimulatedAzure;
		return { accounts, deleted };
	}

	/** What `az cognitiveservices account deployment delete` does, for every deployment of an account. */
	deleteDeployments(account: string): void {
		const world = this.told("azure.json") as SimulatedAzure;
		this.tell("azure.json", { ...world, accounts: { ...world.accounts, [account]: [] } });
	}
}
