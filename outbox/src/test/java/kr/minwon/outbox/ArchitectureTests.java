package kr.minwon.outbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

class ArchitectureTests {
    private static final ArchRule USABLE_WITHOUT_SPRING = noClasses()
            .that(not(belongToAnyOf(
                    OutboxConfiguration.class,
                    OutboxConsumerConfiguration.class,
                    RelaySettings.class,
                    ConsumersHealth.class,
                    DeadLetterProducer.class,
                    TraceContinuation.class,
                    IncomingEvent.class)))
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."));

    private static final ArchRule STORES_ONLY_THROUGH_DOCUMENTS = noClasses()
            .that(not(belongToAnyOf(MongoDocuments.class, OutboxIndexes.class, OutboxCollection.class)))
            .should()
            .dependOnClassesThat(resideInAPackage("com.mongodb.client"));

    private final JavaClasses outbox = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kr.minwon.outbox");

    @Configuration
    static class LeansOnSpring {}

    static class AsksTheStore {
        com.mongodb.client.MongoDatabase database;
    }

    @Test
    void isUsableWithoutSpring() {
        assertThatNoException().isThrownBy(() -> USABLE_WITHOUT_SPRING.check(outbox));
        assertThatThrownBy(
                        () -> USABLE_WITHOUT_SPRING.check(new ClassFileImporter().importClasses(LeansOnSpring.class)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void asksTheStoreOnlyThroughDocuments() {
        assertThatNoException().isThrownBy(() -> STORES_ONLY_THROUGH_DOCUMENTS.check(outbox));
        assertThatThrownBy(() ->
                        STORES_ONLY_THROUGH_DOCUMENTS.check(new ClassFileImporter().importClasses(AsksTheStore.class)))
                .isInstanceOf(AssertionError.class);
    }
}
