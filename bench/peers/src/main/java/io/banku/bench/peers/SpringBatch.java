package io.banku.bench.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.kafka.KafkaItemWriter;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A job of Spring Batch with a step of chunks of 10,000: records are read, decoded, and written as JSON by its KafkaItemWriter,
 * which waits for the broker at the end of each chunk. Without a database of jobs, and without transactions of Kafka.
 */
final class SpringBatch implements Peer {
    private static final int CHUNK = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private final DefaultKafkaProducerFactory<String, Movement> producers;
    private final KafkaTemplate<String, Movement> template;

    SpringBatch(Topic topic) {
        producers = new DefaultKafkaProducerFactory<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers()),
                new StringSerializer(),
                (name, movement) -> bytes(movement));
        template = new KafkaTemplate<>(producers);
        template.setDefaultTopic(topic.name());
    }

    private byte[] bytes(Movement movement) {
        try {
            return json.writeValueAsBytes(movement);
        } catch (java.io.IOException notWritable) {
            throw new java.io.UncheckedIOException(notWritable);
        }
    }

    @Override
    public void take(Path file) throws Exception {
        ResourcelessJobRepository repository = new ResourcelessJobRepository();
        KafkaItemWriter<String, Movement> writer = new KafkaItemWriter<>(Movement::account, template);
        writer.afterPropertiesSet();
        Step step = new StepBuilder("records-to-kafka", repository)
                .<byte[], Movement>chunk(CHUNK)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(new RecordReader(file))
                .processor(Movement::of)
                .writer(writer)
                .build();
        Job job = new JobBuilder("file-to-kafka", repository).start(step).build();
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
        JobExecution done = operator.start(job, new JobParameters());
        if (!done.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            throw new IllegalStateException("expected the job to be completed, found " + done.getExitStatus());
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
