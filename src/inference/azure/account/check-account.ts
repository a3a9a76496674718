import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { cognitiveServicesUser } from "../access/roles.js";
import { azureSignIns } from "../identity/sign-ins.js";
import { checkSubDomain, nameFor } from "../names.js";
import { type FoundryRequest, scopeOf } from "../request.js";
import { accountId } from "../scope.js";
import { unlessSettled } from "../settled.js";
import { takesKeys } from "./plan-account.js";

/** What is wrong with the account that is asked for. */
export function checkAccount(request: FoundryRequest): Problem[] {
	const { provision, at } = request;
	const path = [...at.block, "provision"];
	return [
		...checkSubDomain(request.resource).map((problem) => ({ ...problem, path: [...at.block, "resource"] })),
		...(provision.account?.existing ? checkExisting(request, path) : checkCreated(request, path)),
		...checkKeys(request, path),
		...checkRemoval(request, path),
		...checkTerms(request, path),
	];
}

/** Nothing changes of what is there. */
function checkExisting(request: FoundryRequest, at: Path): Problem[] {
	const { provision, signIn } = request;
	const idle = (["localAuthentication", "network", "encryption"] as const).filter(
		(name) => provision[name] !== undefined,
	);
	const problems = idle.map((name) =>
		error("no-effect", [...at, name], "is of an account that is created, and this one exists; leave it out"),
	);
	if (provision.account?.restore) {
		const message = "does not go with existing; leave one of them out";
		problems.push(error("contradiction", [...at, "account", "restore"], message));
	}
	if (!provision.resourceGroup.existing) {
		const message = "is missing or false, and the account in it exists; say true";
		problems.push(error("contradiction", [...at, "resourceGroup", "existing"], message));
	}
	if (provision.privateEndpoint) {
		const message =
			"the account exists and keeps its public endpoint as it is; close that where nobody shall come by it";
		problems.push(warning("account-keeps-network", [...at, "privateEndpoint"], message));
	}
	const byKey = azureSignIns[signIn].blocks.includes("key");
	const why = byKey
		? "on, or Azure tells no key of it"
		: `off, or everybody with the role ${cognitiveServicesUser.name} can list its keys and hand them on`;
	const command = `az resource update --ids ${accountId(scopeOf(request))} --set properties.disableLocalAuth=${!byKey}`;
	const message = `the account exists and keeps its local authentication, which has to be ${why}: ${command}`;
	return [...problems, ...unlessSettled(provision, "localAuthentication", [...at, "account", "existing"], message)];
}

function checkCreated({ provision }: FoundryRequest, at: Path): Problem[] {
	const { network, account } = provision;
	const problems: Problem[] = [];
	if (network && !network.addresses && !network.subnets && !provision.privateEndpoint) {
		const message =
			"names nobody, and there is no private endpoint, so that nobody reaches the account; give addresses, subnets or privateEndpoint";
		problems.push(error("unreachable", [...at, "network"], message));
	}
	if (account?.restore) {
		const message =
			"takes back a deleted account of the name, with its keys and deployments, in the update that creates it; leave it out of the next";
		problems.push(warning("account-restored", [...at, "account", "restore"], message));
	}
	return problems;
}

/** Keys and who may hold them. */
function checkKeys({ provision, signIn, at: { block } }: FoundryRequest, at: Path): Problem[] {
	const byKey = azureSignIns[signIn].blocks.includes("key");
	if (byKey && provision.localAuthentication === false) {
		const message = "is off, and signIn.apiKey needs it; leave it out, or sign in with entra";
		return [error("contradiction", [...at, "localAuthentication"], message)];
	}
	if (byKey) {
		const message =
			"is one key for every device: whoever has it calls every deployment of the account, Azure records no person with the call, and only a new key for all takes it back; entra neither needs it nor shows it";
		return unlessSettled(provision, "sharedKey", [...block, "signIn", signIn], message);
	}
	if (provision.account?.existing || !takesKeys({ provision, signIn })) return [];
	const message =
		"is on, so that everybody with the role Cognitive Services User can list the account's keys and hand them on; turn it off, or leave it out";
	return unlessSettled(provision, "localAuthentication", [...at, "localAuthentication"], message);
}

/**
 * Azure keeps what is deleted, and the provider for Pulumi deletes a deployment stack as the API does by itself: without
 * what the stack holds, whatever was said when it was made.
 * https://learn.microsoft.com/azure/ai-services/recover-purge-resources
 * https://github.com/Azure/deployment-stacks/issues/226
 * https://github.com/Azure/azure-dev/issues/4210
 */
function checkRemoval(request: FoundryRequest, at: Path): Problem[] {
	const { provision, deployment } = request;
	const { subscription, accountName, resourceGroup } = scopeOf(request);
	const stack = `az stack group delete --subscription ${subscription} --name ${nameFor(deployment)} --resource-group ${resourceGroup} --action-on-unmanage deleteResources --yes`;
	const first = `before pulumi destroy run ${stack}, which deletes the model deployments`;
	if (provision.account?.existing) {
		const message = `${first}: without it they stay in account ${accountName} and keep their quota`;
		return unlessSettled(provision, "softDelete", [...at, "deployments"], message);
	}
	const purge = `az cognitiveservices account purge --subscription ${subscription} --name ${accountName} --resource-group ${resourceGroup} --location ${provision.location}`;
	const message = `${first} and frees their quota at once: without it Azure may refuse to delete the account (CannotDeleteResource), until az cognitiveservices account deployment delete has deleted each; afterwards Azure keeps the account's name and sub-domain for 48 hours, until ${purge} or account.restore: true takes it back`;
	return unlessSettled(provision, "softDelete", [...at, "account"], message);
}

/** https://learn.microsoft.com/azure/foundry/foundry-models/how-to/configure-marketplace */
function checkTerms({ provision }: FoundryRequest, at: Path): Problem[] {
	const message =
		"the first deployment accepts Anthropic's terms in Azure Marketplace for the organisation: read them, deploy as Contributor or Owner of the subscription (Microsoft.MarketplaceOrdering agreements read and sign, Microsoft.SaaS register, read and write) who may assign roles, too, and see that the subscription pays as it goes: free, student, credit-only and CSP subscriptions and those of South Korea are refused";
	return unlessSettled(provision, "marketplaceTerms", [...at, "provider"], message);
}
