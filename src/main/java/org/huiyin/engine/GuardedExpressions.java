package org.huiyin.engine;

import java.lang.reflect.AccessibleObject;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models and stored filters reach the beans of {@link ModelBeans} and no class, loader or process of the
 * JVM (second line behind the guard against CVE-2026-109432).
 */
class GuardedExpressions extends SpringExpressionManager {
    GuardedExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver chain = new CompositeELResolver();
        chain.add(new RefuseReflection());
        chain.add(super.createElResolver());
        return chain;
    }

    private static final class RefuseReflection extends ELResolver {
        private static final Set<String> NAMES = Set.of("class", "getClass", "classLoader", "getClassLoader");

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
            refuse(base, property);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                @Nullable Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] parameters) {
            refuse(base, method);
            return null;
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
            return false;
        }

        @Override
        public java.util.@Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
                ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }

        private static void refuse(@Nullable Object base, @Nullable Object name) {
            if (base == null) {
                return;
            }
            boolean dangerous = base instanceof Class
                    || base instanceof ClassLoader
                    || base instanceof Runtime
                    || base instanceof Process
                    || base instanceof ProcessBuilder
                    || base instanceof Thread
                    || base instanceof AccessibleObject;
            if (dangerous || (name != null && NAMES.contains(String.valueOf(name)))) {
                throw new ELException("expressions may not reach classes");
            }
        }
    }
}
