import { BlockList, isIP } from "node:net";

/** What is no address of the public internet: RFC 6890 and its registries, multicast, and what carries IPv4 in IPv6. */
const closed = new BlockList();
for (const [network, bits] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 3],
] as const) {
	closed.addSubnet(network, bits, "ipv4");
}

/** Of IPv6, only this block is given to the public internet (RFC 4291, section 2.5.4). */
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20],
] as const) {
	closed.addSubnet(network, bits, "ipv6");
}

/** True for an IP address that anybody on the internet can reach; false for any other text. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !closed.check(address, "ipv4");
	return family === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6");
}
