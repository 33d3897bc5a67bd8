package org.huiyin.ledger;

import java.util.List;
import java.util.Optional;

/** Some rows, and from where the next go on. */
public record LedgerPage(List<LedgerRow> rows, Optional<String> next) {}
