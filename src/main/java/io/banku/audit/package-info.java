/**
 * Who decided what, and why: each decision of an operator is a record of {@code banku.audit}, which is kept for ever. Start
 * reading at {@link io.banku.audit.AuditEntry}, then {@link io.banku.audit.AuditLog}, which writes it, in one transaction with
 * what it does.
 */
package io.banku.audit;
