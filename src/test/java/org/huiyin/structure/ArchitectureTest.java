package org.huiyin.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** The manners of docs/style.md that a machine can see. */
@AnalyzeClasses(packages = "org.huiyin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_edge_knows_the_engine = noClasses()
            .that()
            .haveNameNotMatching(".*(Tasks|Process)(\\$.*)?")
            .and()
            .resideOutsideOfPackages("org.huiyin.engine..", "org.huiyin.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule only_tables_and_views_speak_sql = noClasses()
            .that()
            .haveNameNotMatching(".*(Table|View)(\\$.*)?")
            .and()
            .resideOutsideOfPackage("org.huiyin.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule tasks_are_package_private =
            classes().that().haveSimpleNameEndingWith("Tasks").should().notBePublic();

    @ArchTest
    static final ArchRule tables_are_package_private =
            classes().that().haveSimpleNameEndingWith("Table").should().notBePublic();

    @ArchTest
    static final ArchRule no_field_injection = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule kernel_is_pure_java = noClasses()
            .that()
            .resideInAPackage("org.huiyin.kernel..")
            .should()
            .dependOnClassesThat(not(resideInAPackage("java..")
                    .or(resideInAPackage("org.huiyin.kernel.."))
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAPackage("org.springframework.modulith"))));

    @ArchTest
    static final ArchRule the_jobs_of_the_engine_are_the_only_queue = noMethods()
            .should()
            .beAnnotatedWith(Async.class)
            .orShould()
            .beAnnotatedWith(TransactionalEventListener.class);

    /** Whoever works while a transaction commits must let the journal be written behind him. */
    @ArchTest
    static final ArchRule watches_and_journal_alone_work_at_the_commit = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*\\.(Watches|UnwrittenEntries)\\$.*")
            .should()
            .haveName("beforeCommit");

    @ArchTest
    static final ArchRule time_comes_from_the_one_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule verbs_of_one_transaction_are_not_static = methods()
            .that()
            .areAnnotatedWith(org.springframework.transaction.annotation.Transactional.class)
            .should()
            .notBeStatic();
}
