package org.huiyin.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A person whose step meets a lamp that turns in the same moment does not see a locking error: the outermost command is
 * repeated, up to three times in all. Inside somebody else's transaction nothing may be repeated, and jobs have their
 * own retries.
 */
class RepeatOnConflict extends CommandInterceptor {
    static final int TRIES = 3;

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost =
                !TransactionSynchronizationManager.isActualTransactionActive() && Context.getCommandContext() == null;
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException conflict) {
                if (!outermost || attempt >= TRIES || Context.getJobExecutorContext() != null) {
                    throw conflict;
                }
            }
        }
    }
}
