import { View } from '@tarojs/components'

export default function Page() {
  return <View className="m-standard x-page">工作台</View>
}
