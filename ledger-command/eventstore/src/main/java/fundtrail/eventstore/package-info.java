/**
 * Axon's event storage engine on PostgreSQL, and the lane in which decisions are taken. It keeps facts as bytes and has
 * never heard of what they mean.
 *
 * <p>In the order of reading: {@link fundtrail.eventstore.LaneBus} and {@link fundtrail.eventstore.Lane} (who decides when),
 * {@link fundtrail.eventstore.LaneEngine} and {@code Head} (what a decision becomes), {@code Backlog}, {@code GroupWriter}
 * and {@code GroupDelivery} (how it becomes durable, and what if it does not), {@link fundtrail.eventstore.JdbcGroupStore}
 * with {@code WriterSession} and {@code GroupStatement} (what PostgreSQL is told), {@link fundtrail.eventstore.FactReader}
 * and {@code FactStreams} (how facts are read). An application implements {@link fundtrail.eventstore.EventCodec} and
 * {@link fundtrail.eventstore.DecisionState}, makes its database with {@link fundtrail.eventstore.LedgerSchema} and opens
 * a {@link fundtrail.eventstore.LaneEngine}.
 */
package fundtrail.eventstore;
