package org.huiyin.lifecycle;

import static org.huiyin.lifecycle.LifecycleProcess.CHANNEL;
import static org.huiyin.lifecycle.LifecycleProcess.ORGAN;
import static org.huiyin.lifecycle.LifecycleProcess.STARTER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.engine.Actor;
import org.huiyin.engine.FormInput;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionLifecycle.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class LifecycleTasks {
    /** Started from the form there is no number yet; started by a verb the petition is registered already. */
    @Bean
    ExecutionListener petitionReceived(Lifecycle lifecycle) {
        return execution -> FormInput.ofStart(execution.getProcessDefinitionId())
                .ifPresentOrElse(input -> receive(lifecycle, execution, input), () -> requireNumber(execution));
    }

    @Bean
    JavaDelegate closePetition(Lifecycle lifecycle) {
        return execution -> lifecycle.close(new PetitionId(execution.getProcessBusinessKey()));
    }

    private static void receive(Lifecycle lifecycle, DelegateExecution execution, FormInput input) {
        OfficerId starter = Actor.current();
        Channel channel = input.choice("channel", Channel.class);
        OpenedDraft draft = lifecycle.receive(channel, starter);
        execution.setProcessBusinessKey(draft.petition().value());
        ORGAN.set(execution, draft.organ().value());
        STARTER.set(execution, starter.value());
        CHANNEL.set(execution, form(channel).name());
    }

    /** A fax is a letter that came by wire: it is registered in the form of letters. */
    private static Channel form(Channel channel) {
        return channel == Channel.FAX ? Channel.LETTER : channel;
    }

    private static void requireNumber(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            throw new IllegalStateException("a life is started with the number of its petition");
        }
    }
}
