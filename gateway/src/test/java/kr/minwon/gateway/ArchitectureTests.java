package kr.minwon.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kr.minwon.gateway.accounts.broken.AccountThatKnowsItsStore;
import kr.minwon.gateway.broken.mongo.PublicAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kr.minwon.gateway");

    private static final ArchRule DOMAIN_KNOWS_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage("..gateway.accounts..", "..gateway.apikeys..")
            .and()
            .resideOutsideOfPackage("..mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..", "org.bson..", "org.springframework.web..", "jakarta.servlet..", "org.apache..");

    private static final ArchRule ONLY_ADAPTERS_TALK_TO_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("..mongo..")
            .and()
            .doNotHaveSimpleName("GatewayStore")
            .and()
            .doNotHaveSimpleName("StoreConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb.client..", "org.bson..");

    private static final ArchRule ADAPTERS_ARE_HIDDEN =
            classes().that().resideInAPackage("..mongo..").should().notBePublic();

    private static final ArchRule ONLY_LIVE_PAGES_FOLLOW_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.live..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka.."));

    private static final ArchRule NO_CYCLES =
            slices().matching("kr.minwon.gateway.(*)..").should().beFreeOfCycles();

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("the domain knows no technology", DOMAIN_KNOWS_NO_TECHNOLOGY),
                Arguments.of("only adapters talk to the store", ONLY_ADAPTERS_TALK_TO_THE_STORE),
                Arguments.of("adapters are hidden", ADAPTERS_ARE_HIDDEN),
                Arguments.of("only live pages follow Kafka", ONLY_LIVE_PAGES_FOLLOW_KAFKA),
                Arguments.of("packages form no cycle", NO_CYCLES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(String name, ArchRule rule) {
        assertThat(OURS).as(name).isNotEmpty();
        rule.check(OURS);
    }

    @Test
    void eachRuleNoticesAClassThatBreaksIt() {
        JavaClasses broken = new ClassFileImporter().importClasses(AccountThatKnowsItsStore.class, PublicAdapter.class);
        for (ArchRule rule : new ArchRule[] {
            DOMAIN_KNOWS_NO_TECHNOLOGY,
            ONLY_ADAPTERS_TALK_TO_THE_STORE,
            ADAPTERS_ARE_HIDDEN,
            ONLY_LIVE_PAGES_FOLLOW_KAFKA,
            NO_CYCLES
        }) {
            assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
        }
    }
}
