// `node evals/order/permutations.ts [N]`: adds the demo story and the seeds in N random orders (1,000 unless told) and
// prints how often the stories and their records come out the same. Exits 1 when a record ever differs.
import { scoreOrder } from "./order.ts";

const orders = Number(process.argv[2] ?? 1000);
const rows = await scoreOrder(orders);
for (const { dataset, metric, value, n } of rows) process.stdout.write(`${dataset}: ${metric}: ${value} % of ${n}\n`);
process.exit(rows.some(({ metric, value }) => metric === "same record" && value < 100) ? 1 : 0);
