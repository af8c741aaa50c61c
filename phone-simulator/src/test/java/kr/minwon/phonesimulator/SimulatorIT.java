package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** How the context is put together. */
class SimulatorIT {

    @TempDir
    Path directory;

    @Test
    void holdsOnlyItsOwnBeans() {
        try (Simulator simulator = Simulator.in(directory)) {
            assertThat(Arrays.stream(simulator.context().getBeanDefinitionNames())
                            .map(name -> simulator.context().getType(name))
                            .filter(type -> type != null && type.getName().startsWith("kr.minwon"))
                            .map(Class::getName))
                    .allMatch(name -> name.startsWith("kr.minwon.phonesimulator."));
        }
    }

    @Test
    void movesItsPortsByTheOffset() {
        try (Simulator simulator = Simulator.in(directory, "--simulator.port-offset=7")) {
            SimulatorProperties properties = simulator.context().getBean(SimulatorProperties.class);
            assertThat(properties.standardWebPort()).isEqualTo(8097);
            // given ports win
            assertThat(properties.portToListenOn()).isZero();
        }
        assertThat(Binder.get(new MockEnvironment().withProperty("simulator.port-offset", "7"))
                        .bind("simulator", SimulatorProperties.class)
                        .get()
                        .portToListenOn())
                .isEqualTo(2782);
    }
}
