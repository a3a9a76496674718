import { awsGrants } from "./aws.js";
import { azureGrants } from "./azure.js";
import { googleGrants } from "./google.js";
import type { GrantReader } from "./grant.js";

/** Each reads what is of its own cloud in a plan, and nothing else. */
export const grantReaders = { awsGrants, azureGrants, googleGrants } satisfies Readonly<Record<string, GrantReader>>;
