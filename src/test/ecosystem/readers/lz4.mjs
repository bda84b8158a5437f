// The codec that KafkaJS needs for the bridge's usual compression.
import kafkajs from 'kafkajs';
import lz4 from 'kafkajs-lz4';

kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = new (lz4.default ?? lz4)().codec;
