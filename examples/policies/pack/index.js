import { coworkPolicyPack } from "pulumi-cowork/policy";

coworkPolicyPack("cowork-policies", { policies: new URL("../cowork-policies.yaml", import.meta.url) });
